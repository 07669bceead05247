/** AppSync developer guide, "Direct Lambda resolvers": the function gets the context and answers for the field. */
import type { DataSourceAnswer, DataSourceError } from '../../data-sources/index.ts';
import { isRecord } from '../../model/is-record.ts';
import type { ResolverContext } from '../../runtime/contract.ts';
import { toPath } from '../completion/position.ts';
import type { FieldResolver } from './field-resolver.ts';
import { toLambdaEvent } from './resolver-context.ts';
import { FAILED, type ResolverOutcome, type ResolverRun, reportError } from './resolver-run.ts';
import { sendBatch } from './send-batch.ts';

type DirectLambdaResolver = Extract<FieldResolver, { kind: 'direct-lambda' }>;

export async function runDirectLambdaResolver(
  run: ResolverRun,
  resolver: DirectLambdaResolver,
  context: ResolverContext,
): Promise<ResolverOutcome> {
  const event = toLambdaEvent(context);
  const isBatched = resolver.maxBatchSize > 0;
  const answer = isBatched ? await joinBatch(run, resolver, event) : await invoke(run, resolver, event);
  if (answer.error !== null) return fail(run, answer.error);
  const result = answer.kind === 'answered' ? answer.result : null;
  if (!isBatched) return { kind: 'value', value: result };
  const item = isRecord(result) ? result : {};
  if (typeof item['errorMessage'] !== 'string') return { kind: 'value', value: item['data'] };
  const errorType = typeof item['errorType'] === 'string' ? item['errorType'] : null;
  reportError(run, { message: item['errorMessage'], errorType, data: item['data'], errorInfo: null });
  return FAILED;
}

async function invoke(
  run: ResolverRun,
  resolver: DirectLambdaResolver,
  event: unknown,
): Promise<DataSourceAnswer> {
  const { scope } = run;
  const finish = scope.trace.startCall({
    dataSource: resolver.dataSource.name,
    operation: 'Invoke',
    resolver: resolver.label,
    path: toPath(run.position).join('.'),
    batchSize: 1,
  });
  const type = 'Lambda:ExecutionTimeoutException';
  const answer = await scope.deadline.race(resolver.dataSource.send(event, 'RequestResponse'), () => ({
    kind: 'failure' as const,
    error: { message: 'Execution timed out.', type },
    errorName: type,
  }));
  finish(answer.kind === 'failure' ? answer.errorName : undefined);
  if (answer.kind === 'success') return { kind: 'answered', result: answer.payload, error: null };
  return { kind: 'answered', result: null, error: { message: answer.error.message, type: answer.errorName } };
}

function joinBatch(
  run: ResolverRun,
  resolver: DirectLambdaResolver,
  event: unknown,
): Promise<DataSourceAnswer> {
  const path = toPath(run.position);
  const member = { payload: event, indices: path.filter((key) => typeof key === 'number') };
  return run.activity.join(member, (payloads) =>
    sendBatch(run.scope, payloads, {
      dataSource: resolver.dataSource,
      resolver: resolver.label,
      path: path.join('.'),
      maxBatchSize: resolver.maxBatchSize,
      invocationType: 'RequestResponse',
      errorNames: 'shown',
    }),
  );
}

/** An error of this name gets a fixed message from the service. */
const UNAUTHORIZED_ERROR = 'UnauthorizedException';

function fail(run: ResolverRun, error: DataSourceError): ResolverOutcome {
  const isUnauthorized = error.type === UNAUTHORIZED_ERROR;
  const message = isUnauthorized ? 'You are not authorized to make this call.' : error.message;
  reportError(run, { message, errorType: error.type, data: null, errorInfo: null });
  return FAILED;
}
