/** GraphQL servers federated as `tributary serve` does it. */
import { compile, formatDiagnostic } from '@tributary/compiler';
import type { Compilation, CompileOptions } from '@tributary/compiler';
import { startEngine } from '@tributary/engine';
import type { HttpSubgraphSettings } from '@tributary/http-subgraph';
import { buildApplication } from '../../../packages/cli/src/serve/build-application.ts';
import type { ResolverKind } from '../../../packages/cli/src/serve/build-application.ts';

export const API_KEY = 'da2-conformance';
/** As `tributary serve` has it. */
const MAX_BATCH_SIZE = 2_000;

export interface FederatedServer {
  readonly name: string;
  readonly sdl: string;
  readonly settings: HttpSubgraphSettings;
}

export interface GatewayAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GatewayError[];
}

export interface GatewayError {
  readonly path?: readonly (string | number)[];
  readonly message: string;
  readonly errorType?: string | null;
  readonly errorInfo?: unknown;
}

/** Calls of resolvers by data source, as the engine counted them. */
export type DataSourceCalls = Readonly<Record<string, number>>;

export interface AskOptions {
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Gateway {
  readonly url: string;
  readonly compilation: Compilation;
  ask(query: string, options?: AskOptions): Promise<GatewayAnswer>;
  /** The answer, and the calls that the resolvers of the operation made. */
  askAndCount(
    query: string,
    options?: AskOptions,
  ): Promise<{ readonly answer: GatewayAnswer; readonly calls: DataSourceCalls }>;
  stop(): Promise<void>;
}

export interface GatewayOptions extends CompileOptions {
  /** Environment variables of the API. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly resolvers?: ResolverKind;
}

/** @throws Error with the diagnostics when the servers do not compose */
export async function startGateway(
  servers: readonly FederatedServer[],
  { environment = {}, resolvers = 'native', ...options }: GatewayOptions = {},
): Promise<Gateway> {
  const compiled = compile(
    servers.map(({ name, sdl }) => ({
      kind: 'http',
      name,
      sdl,
      file: `${name}.graphql`,
      maxBatchSize: MAX_BATCH_SIZE,
      resolvers: [],
    })),
    options,
  );
  if (!compiled.ok) throw new Error(compiled.error.map((one) => formatDiagnostic(one)).join('\n\n'));
  const settings = new Map(servers.map((server) => [server.name, server.settings]));
  const { url, stop } = await startEngine({
    ...buildApplication(compiled.compilation, { settings, environment, resolvers }),
    port: 0,
    host: '127.0.0.1',
    apiKey: API_KEY,
    log: () => undefined,
  });
  const post = (query: string, { variables = {}, headers = {} }: AskOptions = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': API_KEY, ...headers },
      body: JSON.stringify({ query, variables }),
    });
  return {
    url,
    compilation: compiled.compilation,
    stop,
    async ask(query, options) {
      const response = await post(query, options);
      return (await response.json()) as GatewayAnswer;
    },
    async askAndCount(query, options) {
      const response = await post(query, options);
      const requestId = response.headers.get('x-amzn-requestid') ?? '';
      const trace = await fetch(`${url}/_tributary/requests/${requestId}`);
      const { dataSourceCalls } = (await trace.json()) as { dataSourceCalls: DataSourceCalls };
      return { answer: (await response.json()) as GatewayAnswer, calls: dataSourceCalls };
    },
  };
}
