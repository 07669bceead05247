/** An engine on the to-do assembly, on any free port, and the calls that tests make to it. */
import { fileURLToPath } from 'node:url';
import { startEngine } from '@tributary/engine';
import type { EngineLogEvent, EngineOptions, RequestTrace } from '@tributary/engine';

export const API_KEY = 'da2-test';

export const TODO_ASSEMBLY = fileURLToPath(new URL('./assemblies/todo', import.meta.url));

export interface GraphqlBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly Readonly<Record<string, unknown>>[];
}

export async function startTodoEngine(options: Partial<EngineOptions> = {}) {
  const events: EngineLogEvent[] = [];
  const engine = await startEngine({
    assemblyDirectory: TODO_ASSEMBLY,
    port: 0,
    host: '127.0.0.1',
    apiKey: API_KEY,
    log: (event) => events.push(event),
    ...options,
  });
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${engine.url}/graphql`, { method: 'POST', body, headers: { 'x-api-key': API_KEY, ...headers } });
  return {
    engine,
    events,
    post,
    /** Any path but /graphql. */
    get: (path: string): Promise<Response> => fetch(engine.url + path),
    async query(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<GraphqlBody> {
      return (await (await post(JSON.stringify({ query, variables }))).json()) as GraphqlBody;
    },
    async traces(): Promise<readonly RequestTrace[]> {
      return (await (await fetch(`${engine.url}/_tributary/requests`)).json()) as RequestTrace[];
    },
  };
}

export type TodoEngine = Awaited<ReturnType<typeof startTodoEngine>>;
