/** A small API over NONE, Lambda (plain functions in this process) and DynamoDB (memory) for tests of the executor. */
import { createDataSources } from '../../data-sources/index.ts';
import type { DynamoDb } from '../../dynamodb/contract.ts';
import type { InvokeResult, LambdaHost } from '../../lambda-host/contract.ts';
import type {
  ApiModel,
  DataSourceModel,
  PipelineFunctionModel,
  ResolverModel,
} from '../../model/app-model.ts';
import type { ApiExecutor, GraphqlAnswer, GraphqlRequest } from '../contract.ts';
import { type CreateApiExecutorOptions, createApiExecutor } from '../create-api-executor.ts';
import type { ResolverLogEvent } from '../request-scope.ts';

export interface TestApi {
  readonly schema: string;
  readonly resolvers?: readonly ResolverModel[];
  readonly functions?: readonly PipelineFunctionModel[];
  /** Lambda functions by data source name. A thrown Error becomes a function error. */
  readonly lambdas?: Readonly<Record<string, (event: unknown) => unknown>>;
  readonly dynamodb?: Pick<DynamoDb, 'call'>;
  readonly api?: Partial<ApiModel>;
  readonly options?: Partial<CreateApiExecutorOptions>;
}

export interface RunningTestApi {
  readonly executor: ApiExecutor;
  readonly logs: readonly ResolverLogEvent[];
  run(query: string, request?: Partial<GraphqlRequest>): Promise<GraphqlAnswer>;
}

/** @throws Error when the schema or the code is refused */
export function startTestApi(test: TestApi): RunningTestApi {
  const logs: ResolverLogEvent[] = [];
  const created = createTestApi(test, (event) => logs.push(event));
  if (!created.ok) throw new Error(created.errors.join('\n'));
  const { executor } = created;
  return {
    executor,
    logs,
    run: (query, request) => executor.execute(toRequest(query, request)),
  };
}

export function createTestApi(test: TestApi, log: (event: ResolverLogEvent) => void = () => undefined) {
  const lambdas = test.lambdas ?? {};
  const dataSourceModels: DataSourceModel[] = [
    { kind: 'none', name: 'NONE' },
    { kind: 'dynamodb', name: 'TABLE', tableName: 'items' },
    { kind: 'unsupported', name: 'SEARCH', type: 'AMAZON_OPENSEARCH_SERVICE' },
    ...Object.keys(lambdas).map((name): DataSourceModel => ({ kind: 'lambda', name, functionName: name })),
  ];
  const api: ApiModel = {
    id: 'testapi',
    name: 'Test',
    schema: test.schema,
    defaultAuthentication: 'API_KEY',
    additionalAuthentication: [],
    apiKeys: [],
    environment: { STAGE: 'test' },
    isIntrospectionEnabled: true,
    queryDepthLimit: 0,
    resolverCountLimit: 10_000,
    dataSources: dataSourceModels,
    functions: test.functions ?? [],
    resolvers: test.resolvers ?? [],
    ...test.api,
  };
  const dynamodb = test.dynamodb ?? withoutTables;
  const events = { putEvents: () => ({ Entries: [], FailedEntryCount: 0 }) };
  const dataSources = createDataSources({ api, lambda: inProcessHost(lambdas), dynamodb, events });
  return createApiExecutor({ api, dataSources, log, ...test.options });
}

export function toRequest(query: string, request: Partial<GraphqlRequest> = {}): GraphqlRequest {
  return {
    query,
    variables: {},
    operationName: undefined,
    headers: {},
    caller: { authenticationType: 'API_KEY', identity: null },
    requestId: 'request-1',
    ...request,
  };
}

/** A unit resolver on NONE whose request handler passes `payload` on. */
export function constant(field: string, payload: unknown): ResolverModel {
  return unit(field, 'NONE', {
    request: `return { payload: ${JSON.stringify(payload)} };`,
    response: 'return ctx.result;',
  });
}

export interface Handlers {
  readonly request: string;
  readonly response: string;
}

export function unit(
  field: string,
  dataSourceName: string,
  handlers: Handlers,
  maxBatchSize = 0,
): ResolverModel {
  return { kind: 'unit', ...fieldOf(field), dataSourceName, code: toCode(handlers), maxBatchSize };
}

export function directLambda(field: string, dataSourceName: string, maxBatchSize = 0): ResolverModel {
  return { kind: 'unit', ...fieldOf(field), dataSourceName, code: undefined, maxBatchSize };
}

export function pipeline(field: string, functionIds: readonly string[], handlers: Handlers): ResolverModel {
  return { kind: 'pipeline', ...fieldOf(field), code: toCode(handlers), functionIds };
}

export function pipelineFunction(
  name: string,
  dataSourceName: string,
  handlers: Handlers & { readonly maxBatchSize?: number },
): PipelineFunctionModel {
  const { maxBatchSize = 0 } = handlers;
  return { functionId: name, name, dataSourceName, code: toCode(handlers), maxBatchSize };
}

export const PASS_THROUGH: Handlers = { request: 'return {};', response: 'return ctx.prev.result;' };

function toCode({ request, response }: Handlers): string {
  return [
    "import { util, runtime, extensions } from '@aws-appsync/utils';",
    `export function request(ctx) { ${request} }`,
    `export function response(ctx) { ${response} }`,
  ].join('\n');
}

function fieldOf(field: string): { readonly typeName: string; readonly fieldName: string } {
  const [typeName = '', fieldName = ''] = field.split('.');
  return { typeName, fieldName };
}

function inProcessHost(
  lambdas: Readonly<Record<string, (event: unknown) => unknown>>,
): Pick<LambdaHost, 'invoke' | 'invokeAsync'> {
  return {
    async invoke(functionName, payload): Promise<InvokeResult> {
      try {
        const event: unknown = JSON.parse(JSON.stringify(payload));
        return { kind: 'success', payload: await lambdas[functionName]?.(event), durationMs: 0 };
      } catch (thrown) {
        const fault = thrown instanceof Error ? thrown : new Error(String(thrown));
        return {
          kind: 'function-error',
          errorType: fault.name,
          errorMessage: fault.message,
          trace: [],
          durationMs: 0,
        };
      }
    },
    invokeAsync: (functionName, payload) => void lambdas[functionName]?.(payload),
  };
}

const withoutTables: Pick<DynamoDb, 'call'> = {
  call: (operation) => Promise.reject(new Error(`unexpected ${operation}`)),
};
