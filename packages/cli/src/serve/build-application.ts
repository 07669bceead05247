/** A compiled API of GraphQL-over-HTTP subgraphs as an application that the engine runs without an assembly. */
import type { AppSyncApi, EmittedDataSource } from '@tributary/compiler';
import { applyApiUpdate } from '@tributary/engine';
import type { ApiModel, AppModel, InProcessFunction, ModelSource } from '@tributary/engine';
import { completeSettings, createAdapter } from '@tributary/http-subgraph';
import type { HttpSubgraphSettings } from '@tributary/http-subgraph';

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';
/** AppSync's own limit, for APIs that set none. */
const RESOLVER_COUNT_LIMIT = 10_000;
/** AppSync waits 30 seconds for a function; memory is not limited in the engine's own thread. */
const TIMEOUT_MS = 30_000;
const MEMORY_MB = 256;

type HttpDataSource = Extract<EmittedDataSource, { kind: 'http' }>;

/**
 * @param settings - of each subgraph, by name
 * @param environment - variables of the API: `OVERRIDE_<LABEL>` is "on" where the label of an `@override` counts
 */
export function buildApplication(
  api: AppSyncApi,
  settings: ReadonlyMap<string, HttpSubgraphSettings>,
  environment: Readonly<Record<string, string>> = {},
): ModelSource {
  const sources = api.dataSources.filter((source): source is HttpDataSource => source.kind === 'http');
  return {
    model: appModel(api, sources, environment),
    inProcessFunctions: Object.fromEntries(sources.map((source) => adapterEntry(source, settings))),
    // There is no AppSync behind this server whose gaps clients should meet here already.
    fidelity: { inlinesFragments: true },
  };
}

function adapterEntry(
  { subgraph, shape }: HttpDataSource,
  settings: ReadonlyMap<string, HttpSubgraphSettings>,
): [string, InProcessFunction] {
  const own = settings.get(subgraph);
  if (own === undefined) throw new Error(`Internal error: subgraph "${subgraph}" has no address`);
  const adapter = createAdapter({ name: subgraph, shape, settings: completeSettings(own) });
  return [subgraph, { takesEventAsIs: adapter }];
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
