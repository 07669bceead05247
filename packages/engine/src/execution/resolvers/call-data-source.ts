/** Hands an evaluated request to its data source: alone, or as a member of a batch. */
import {
  type DataSource,
  type DataSourceAnswer,
  type LambdaDataSource,
  failed,
  parseLambdaRequest,
} from '../../data-sources/index.ts';
import { isRecord } from '../../model/is-record.ts';
import { toPath } from '../completion/position.ts';
import type { ResolverStep } from './field-resolver.ts';
import type { ResolverRun } from './resolver-run.ts';
import { sendBatch } from './send-batch.ts';

/** Size of batches where the resolver sets none: the service's fixed size before it was configurable (2022-01). */
const DEFAULT_BATCH_SIZE = 5;

export async function callDataSource(
  run: ResolverRun,
  step: ResolverStep,
  request: unknown,
): Promise<DataSourceAnswer> {
  const { dataSource } = step;
  if (dataSource.kind === 'lambda') {
    const parsed = parseLambdaRequest(request);
    if (parsed.ok && parsed.operation === 'BatchInvoke') {
      return joinBatch(run, { ...step, dataSource }, parsed);
    }
  }
  const { scope } = run;
  const finish = scope.trace.startCall({
    dataSource: dataSource.name,
    operation: operationOf(request),
    resolver: step.label,
    path: toPath(run.position).join('.'),
    batchSize: 1,
  });
  const call = dataSource.invoke(request, { resolver: step.label, requestId: scope.request.requestId });
  const answer = await scope.deadline.race(call, () => timedOut(dataSource));
  finish(answer.error?.type);
  return answer;
}

function joinBatch(
  run: ResolverRun,
  step: Omit<ResolverStep, 'dataSource'> & { readonly dataSource: LambdaDataSource },
  request: Extract<ReturnType<typeof parseLambdaRequest>, { ok: true }>,
): Promise<DataSourceAnswer> {
  const path = toPath(run.position);
  const member = { payload: request.payload, indices: path.filter((key) => typeof key === 'number') };
  return run.activity.join(member, (payloads) =>
    sendBatch(run.scope, payloads, {
      dataSource: step.dataSource,
      resolver: step.label,
      path: path.join('.'),
      maxBatchSize: step.maxBatchSize > 0 ? step.maxBatchSize : DEFAULT_BATCH_SIZE,
      invocationType: request.invocationType,
      errorNames: 'hidden',
    }),
  );
}

function timedOut(dataSource: DataSource): DataSourceAnswer {
  if (dataSource.kind === 'single' && dataSource.timeoutError !== undefined) {
    return failed(dataSource.timeoutError);
  }
  const service = dataSource.kind === 'lambda' ? 'Lambda' : 'DynamoDB';
  const type = `${service}:ExecutionTimeoutException`;
  const unhandled = dataSource.kind === 'lambda' ? { unhandledErrorType: null } : {};
  return failed({ message: 'Execution timed out.', type, ...unhandled });
}

function operationOf(request: unknown): string {
  const operation = isRecord(request) ? request['operation'] : undefined;
  return typeof operation === 'string' ? operation : 'None';
}
