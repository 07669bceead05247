/** A compiled API in the engine's executor, with the subgraphs in this process: no sockets, no assembly, no workers. */
import { compile, formatDiagnostic } from '@tributary/compiler';
import type { AppSyncApi, SubgraphSource } from '@tributary/compiler';
import { createSubgraphHandler } from '@tributary/subgraph';
import type { SubgraphHandler } from '@tributary/subgraph';
import type { Context } from 'aws-lambda';
import { createDataSources } from '../../packages/engine/src/data-sources/index.ts';
import { createApiExecutor } from '../../packages/engine/src/execution/index.ts';
import type { CreateApiExecutorOptions, GraphqlAnswer } from '../../packages/engine/src/execution/index.ts';
import { applyApiUpdate } from '../../packages/engine/src/lifecycle/apply-api-update.ts';
import type { LambdaHost } from '../../packages/engine/src/lambda-host/contract.ts';
import type { ApiModel } from '../../packages/engine/src/model/app-model.ts';
import { answerAsNamed } from '../../conformance/src/answer-as-named.ts';
import { answer } from './answer.mjs';
import type { SubgraphDatabase } from './subgraph-database.ts';

export interface FederatedSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly database: SubgraphDatabase;
}

export type Federated =
  | {
      readonly ok: true;
      readonly run: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<GraphqlAnswer>;
    }
  | { readonly ok: false; readonly stage: 'compile' | 'load'; readonly errors: readonly string[] };

const MAX_BATCH_SIZE = 500;

export function createFederated(subgraphs: readonly FederatedSubgraph[]): Federated {
  return compileFederated(subgraphs, { invoke: createInvoke(subgraphs, (handler) => handler) });
}

/**
 * With functions that answer of entities the fields alone that events name. What named fragments hide can not be named:
 * the engine puts them in their places.
 */
export function createStrict(subgraphs: readonly FederatedSubgraph[]): Federated {
  const invoke = createInvoke(subgraphs, answerAsNamed);
  return compileFederated(subgraphs, { invoke, fidelity: { inlinesFragments: true } });
}

function compileFederated(subgraphs: readonly FederatedSubgraph[], options: ExecutorOptions): Federated {
  const compiled = compile(subgraphs.map(toSource));
  if (!compiled.ok)
    return { ok: false, stage: 'compile', errors: compiled.error.map((one) => formatDiagnostic(one)) };
  return createExecutor(compiled.value, options);
}

export interface ExecutorOptions extends Pick<CreateApiExecutorOptions, 'nativeResolvers' | 'fidelity'> {
  /** Calls the function of a subgraph. */
  readonly invoke: LambdaHost['invoke'];
}

export function createExecutor(compiled: AppSyncApi, { invoke, ...options }: ExecutorOptions): Federated {
  const api = toApiModel(compiled);
  const unused = (name: string) => (): never => {
    throw new Error(`${name} is not part of these runs.`);
  };
  const dataSources = createDataSources({
    api,
    lambda: { invoke, invokeAsync: unused('invokeAsync') },
    dynamodb: { call: unused('DynamoDB') },
    events: { putEvents: unused('EventBridge') },
  });
  const created = createApiExecutor({ api, dataSources, log: () => undefined, ...options });
  if (!created.ok) return { ok: false, stage: 'load', errors: created.errors };
  return {
    ok: true,
    run: (query, variables) =>
      created.executor.execute({
        query,
        variables,
        operationName: undefined,
        headers: {},
        caller: { authenticationType: 'API_KEY', identity: null },
        requestId: 'differential',
      }),
  };
}

function toSource({ name, sdl }: FederatedSubgraph): SubgraphSource {
  return { kind: 'lambda', name, sdl, file: `${name}.graphql`, maxBatchSize: MAX_BATCH_SIZE, resolvers: [] };
}

function createInvoke(
  subgraphs: readonly FederatedSubgraph[],
  change: (handler: SubgraphHandler) => SubgraphHandler,
) {
  const handlers = new Map(
    subgraphs.map(({ name, database }) => [name, change(createSubgraphHandler(answer(database)))]),
  );
  return async (functionName: string, payload: unknown) => {
    const handler = handlers.get(functionName);
    if (handler === undefined) throw new Error(`There is no subgraph ${functionName}.`);
    try {
      const result = await handler(copy(payload), {} as Context);
      return { kind: 'success', payload: copy(result), durationMs: 0 } as const;
    } catch (thrown) {
      const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
      return {
        kind: 'function-error',
        errorType: name,
        errorMessage: message,
        trace: [],
        durationMs: 0,
      } as const;
    }
  };
}

/** Between AppSync and a function there is JSON text. */
function copy(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function toApiModel(api: AppSyncApi): ApiModel {
  const settings: ApiModel = {
    id: 'differential',
    name: 'differential',
    schema: '',
    defaultAuthentication: 'API_KEY',
    additionalAuthentication: [],
    apiKeys: [],
    environment: {},
    isIntrospectionEnabled: true,
    queryDepthLimit: 0,
    resolverCountLimit: 10_000,
    dataSources: api.dataSources.map((source) =>
      source.kind === 'none'
        ? { kind: 'none', name: source.name }
        : { kind: 'lambda', name: source.name, functionName: source.subgraph },
    ),
    functions: [],
    resolvers: [],
  };
  return applyApiUpdate(settings, api);
}
