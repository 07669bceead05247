/** A compiled API of GraphQL-over-HTTP subgraphs as an application that the engine runs without an assembly. */
import type { AppSyncApi, Compilation, EmittedDataSource } from '@tributary/compiler';
import { applyApiUpdate } from '@tributary/engine';
import type { ApiModel, AppModel, InProcessFunction, ModelSource } from '@tributary/engine';
import { adapterOf, completeSettings, createSubgraphClient } from '@tributary/http-subgraph';
import type { AdapterConfig, HttpSubgraphSettings } from '@tributary/http-subgraph';
import { createPooledPost } from '@tributary/http-subgraph/pooled-post';
import { createNativeResolvers, isAllNative } from './native/native-resolvers.ts';
import { createStartsTogether } from './native/starts-together.ts';

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';
/** AppSync's own limit, for APIs that set none. */
const RESOLVER_COUNT_LIMIT = 10_000;
/** AppSync waits 30 seconds for a function; memory is not limited in the engine's own thread. */
const TIMEOUT_MS = 30_000;
const MEMORY_MB = 256;

type HttpDataSource = Extract<EmittedDataSource, { kind: 'http' }>;

/**
 * What runs the API's resolvers: functions of this process, or the emitted modules as on AppSync. Both give the same
 * answers; docs/decisions/0005-native-resolvers.md says why there are two.
 */
export type ResolverKind = 'native' | 'appsync';

export interface ServedOptions {
  /** Of each subgraph, by name. */
  readonly settings: ReadonlyMap<string, HttpSubgraphSettings>;
  /** Variables of the API: `OVERRIDE_<LABEL>` is "on" where the label of an `@override` counts. */
  readonly environment: Readonly<Record<string, string>>;
  readonly resolvers: ResolverKind;
}

export function buildApplication(
  compilation: Compilation,
  { settings, environment, resolvers }: ServedOptions,
): ModelSource {
  const { api } = compilation;
  const sources = api.dataSources.filter((source): source is HttpDataSource => source.kind === 'http');
  const edges = {
    post: createPooledPost(),
    sharesEqual: resolvers === 'native' && isAllNative({ compilation }),
  };
  const clients = new Map(
    sources.map((source) => [source.subgraph, createSubgraphClient(configOf(source, settings), edges)]),
  );
  return {
    model: appModel(api, sources, environment),
    inProcessFunctions: Object.fromEntries(
      [...clients].map(([name, client]): [string, InProcessFunction] => [
        name,
        { takesEventAsIs: adapterOf(client) },
      ]),
    ),
    ...(resolvers === 'native'
      ? {
          nativeResolvers: createNativeResolvers({ compilation, clients }),
          startsTogether: createStartsTogether(compilation),
        }
      : {}),
    // There is no AppSync behind this server whose gaps clients should meet here already.
    fidelity: { inlinesFragments: true },
  };
}

function configOf(
  { subgraph, shape }: HttpDataSource,
  settings: ReadonlyMap<string, HttpSubgraphSettings>,
): AdapterConfig {
  const own = settings.get(subgraph);
  if (own === undefined) throw new Error(`Internal error: subgraph "${subgraph}" has no address`);
  return { name: subgraph, shape, settings: completeSettings(own) };
}

function appModel(
  api: AppSyncApi,
  sources: readonly HttpDataSource[],
  environment: Readonly<Record<string, string>>,
): AppModel {
  return {
    region: REGION,
    accountId: ACCOUNT,
    apis: [apiModel(api, environment)],
    tables: [],
    lambdaFunctions: sources.map(({ subgraph }) => ({
      functionName: subgraph,
      logicalId: subgraph,
      arn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${subgraph}`,
      codeDirectory: '',
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      timeoutMs: TIMEOUT_MS,
      memoryMb: MEMORY_MB,
      environment: {},
      metadata: { 'tributary:subgraph': subgraph },
    })),
    eventBuses: [],
    eventRules: [],
    queues: [],
    eventSourceMappings: [],
    unknownResources: [],
  };
}

function apiModel(api: AppSyncApi, environment: Readonly<Record<string, string>>): ApiModel {
  const settings: ApiModel = {
    id: 'served',
    name: 'served',
    schema: '',
    defaultAuthentication: 'API_KEY',
    additionalAuthentication: [],
    apiKeys: [],
    environment,
    isIntrospectionEnabled: true,
    queryDepthLimit: 0,
    resolverCountLimit: RESOLVER_COUNT_LIMIT,
    dataSources: api.dataSources.map((source) =>
      source.kind === 'http'
        ? { kind: 'lambda', name: source.name, functionName: source.subgraph }
        : { kind: 'none', name: source.name },
    ),
    functions: [],
    resolvers: [],
  };
  return applyApiUpdate(settings, api);
}
