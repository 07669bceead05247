import type { ApiCache } from '../caching/index.ts';
import type { DataSourceAnswer } from '../data-sources/index.ts';
import { isRecord } from '../model/is-record.ts';
import type { GraphqlAnswer, GraphqlRequest } from './contract.ts';
import { startDeadline } from './deadline.ts';
import type { Engine } from './engine.ts';
import type { RequestScope } from './request-scope.ts';
import { createBatchScheduler } from './resolvers/batch-scheduler.ts';
import { type OperationResult, runOperation } from './run-operation.ts';
import { type SelectedOperation, badRequest, selectOperation } from './select-operation.ts';
import { type TraceRecorder, createTraceRecorder } from './trace-recorder.ts';
import { createWorkQueue } from './work-queue.ts';

type Selected = Extract<SelectedOperation, { kind: 'selected' }>;

/** Answers a query or a mutation over HTTP. Never rejects. */
export async function executeRequest(engine: Engine, request: GraphqlRequest): Promise<GraphqlAnswer> {
  const trace = createTraceRecorder(request, engine.now);
  const selected = selectOperation(engine.plan.schema, engine.documents, request);
  if (selected.kind === 'invalid') {
    const finished = trace.finish({
      operationName: request.operationName,
      errorCount: selected.errors.length,
    });
    return { status: 200, headers: {}, body: { data: null, errors: selected.errors }, trace: finished };
  }
  const isSubscription = selected.kind === 'selected' && selected.operation.operation === 'subscription';
  if (selected.kind === 'bad-request' || isSubscription) {
    const refusal =
      selected.kind === 'bad-request'
        ? selected
        : badRequest(
            'UnsupportedOperation',
            'Subscriptions are served over the real-time endpoint, not over HTTP.',
          );
    const finished = trace.finish({ operationName: request.operationName, errorCount: 1 });
    return { status: 400, headers: {}, body: { errors: [refusal.error] }, trace: finished };
  }
  return runSelected(engine, selected, { request, trace });
}

async function runSelected(
  engine: Engine,
  selected: Selected,
  { request, trace }: { readonly request: GraphqlRequest; readonly trace: TraceRecorder },
): Promise<GraphqlAnswer> {
  const { operation, variables } = selected;
  const isQuery = operation.operation === 'query';
  const operationName = operation.name?.value;
  const slot = isQuery ? engine.cache.operation(request) : undefined;
  const hit = slot?.read()?.value;
  if (isRecord(hit)) {
    return { status: 200, headers: {}, body: hit, trace: trace.finish({ operationName, errorCount: 0 }) };
  }
  const cache = isQuery ? engine.cache : undefined;
  const scope = createScope(engine, { request, trace, variables, cache });
  const result = await runScoped(engine, scope, selected);
  const effects = operation.operation === 'mutation' ? actOnMutation(engine, scope, result) : {};
  const errors = scope.errors.length > 0 ? { errors: scope.errors } : {};
  const body = { data: result.data, ...errors, ...effects };
  if (scope.errors.length === 0) slot?.write(body);
  return {
    status: 200,
    headers: scope.responseHeaders,
    body,
    trace: trace.finish({ operationName, errorCount: scope.errors.length }),
  };
}

/** Runs an operation within its time; also used for the resolver of a subscription. */
export async function runScoped(
  engine: Engine,
  scope: RequestScope,
  selected: Selected,
): Promise<OperationResult> {
  const { document, variables, operation, rootType } = selected;
  try {
    return await runOperation({
      scope,
      selection: { plan: engine.plan, document, variables },
      operation,
      rootType,
      limits: engine.limits,
      startsTogether: engine.startsTogether,
      noteType: operation.operation === 'mutation' ? engine.noteType : undefined,
    });
  } finally {
    scope.deadline.clear();
  }
}

export function createScope(
  engine: Engine,
  start: {
    readonly request: GraphqlRequest;
    readonly trace: TraceRecorder;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly cache: ApiCache | undefined;
  },
): RequestScope {
  return {
    ...start,
    environment: engine.environment,
    options: engine.options,
    scheduler: createBatchScheduler<DataSourceAnswer>(),
    queue: createWorkQueue(),
    deadline: startDeadline(engine.requestTimeoutMs, engine.startTimer),
    errors: [],
    responseHeaders: {},
    extensionCalls: [],
    log: engine.log,
  };
}

/**
 * AppSync developer guide, "Real-time data": each successful field is published to the subscriptions that list it.
 * @returns the answer's `extensions`, when entries of the cache were removed (guide, "Caching", "Cache eviction")
 */
function actOnMutation(
  engine: Engine,
  scope: RequestScope,
  result: OperationResult,
): Pick<GraphqlAnswer['body'], 'extensions'> {
  for (const { group, value } of result.succeeded) {
    const mutationField = group.node.name.value;
    const subscriptionFields = engine.subscribers.get(mutationField);
    if (subscriptionFields === undefined || value === null || value === undefined) continue;
    engine.published.notify({ mutationField, subscriptionFields, value });
  }
  let apiCacheEntriesDeleted = 0;
  for (const call of scope.extensionCalls) {
    if (call.kind === 'invalidate-subscriptions') {
      engine.invalidated.notify({ subscriptionField: call.subscriptionField, payload: call.payload });
    } else if (call.kind === 'evict-from-api-cache') {
      if (engine.cache.evict(call.typeName, call.fieldName, call.keys)) apiCacheEntriesDeleted += 1;
    }
  }
  return apiCacheEntriesDeleted > 0 ? { extensions: { apiCacheEntriesDeleted } } : {};
}
