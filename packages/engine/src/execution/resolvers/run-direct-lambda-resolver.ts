/** AppSync developer guide, "Direct Lambda resolvers": the function gets the context and answers for the field. */
import type { DataSourceAnswer, DataSourceError, LambdaAnswer } from '../../data-sources/index.ts';
import { isRecord } from '../../model/is-record.ts';
import type { ResolverContext } from '../../runtime/contract.ts';
import { toPath } from '../completion/position.ts';
import type { FieldResolver } from './field-resolver.ts';
import { joinBatch } from './join-batch.ts';
import { toLambdaEvent } from './resolver-context.ts';
import { FAILED, type ResolverOutcome, type ResolverRun, reportError } from './resolver-run.ts';

type DirectLambdaResolver = Extract<FieldResolver, { kind: 'direct-lambda' }>;

export function runDirectLambdaResolver(
  run: ResolverRun,
  resolver: DirectLambdaResolver,
  context: ResolverContext,
): void {
  const event = toLambdaEvent(context);
  const { dataSource, label, maxBatchSize } = resolver;
  if (maxBatchSize === 0) return invoke(run, resolver, event);
  const next = (answer: DataSourceAnswer): void => run.settle(itemOutcome(run, answer));
  joinBatch(
    run,
    { payload: event, next },
    {
      dataSource,
      resolver: label,
      maxBatchSize,
      invocationType: 'RequestResponse',
      errorNames: 'shown',
    },
  );
}

function invoke(run: ResolverRun, resolver: DirectLambdaResolver, event: unknown): void {
  const { scope } = run;
  const finish = scope.trace.startCall({
    dataSource: resolver.dataSource.name,
    operation: 'Invoke',
    resolver: resolver.label,
    path: toPath(run.position).join('.'),
    batchSize: 1,
  });
  const call = (): Promise<LambdaAnswer> => resolver.dataSource.send(event, 'RequestResponse');
  const proceed = (answer: LambdaAnswer): void => {
    finish(answer.kind === 'failure' ? answer.errorName : undefined);
    run.resume(() => run.settle(answerOutcome(run, answer)));
  };
  scope.deadline.race<LambdaAnswer>(call, lateAnswer).then(proceed, run.crash);
}

function lateAnswer(): LambdaAnswer {
  const type = 'Lambda:ExecutionTimeoutException';
  return { kind: 'failure', error: { message: 'Execution timed out.', type }, errorName: type };
}

function answerOutcome(run: ResolverRun, answer: LambdaAnswer): ResolverOutcome {
  if (answer.kind === 'success') return { kind: 'value', value: answer.payload };
  return fail(run, { message: answer.error.message, type: answer.errorName });
}

/** One answer of a batch: data and error side by side. */
function itemOutcome(run: ResolverRun, answer: DataSourceAnswer): ResolverOutcome {
  if (answer.error !== null) return fail(run, answer.error);
  const item = answer.kind === 'answered' && isRecord(answer.result) ? answer.result : {};
  if (typeof item['errorMessage'] !== 'string') return { kind: 'value', value: item['data'] };
  const errorType = typeof item['errorType'] === 'string' ? item['errorType'] : null;
  reportError(run, { message: item['errorMessage'], errorType, data: item['data'], errorInfo: null });
  return FAILED;
}

/** An error of this name gets a fixed message from the service. */
const UNAUTHORIZED_ERROR = 'UnauthorizedException';

function fail(run: ResolverRun, error: DataSourceError): ResolverOutcome {
  const isUnauthorized = error.type === UNAUTHORIZED_ERROR;
  const message = isUnauthorized ? 'You are not authorized to make this call.' : error.message;
  reportError(run, { message, errorType: error.type, data: null, errorInfo: null });
  return FAILED;
}
