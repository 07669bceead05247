/** Hands an evaluated request to its data source: alone, or as a member of a batch. */
import {
  type CalledField,
  type DataSource,
  type DataSourceAnswer,
  failed,
  parseLambdaRequest,
} from '../../data-sources/index.ts';
import { isRecord } from '../../model/is-record.ts';
import { toPath } from '../completion/position.ts';
import type { ResolverStep } from './field-resolver.ts';
import type { ResolverRun } from './resolver-run.ts';
import { createResolverContext } from './resolver-context.ts';
import { joinBatch } from './join-batch.ts';

/** Size of batches where the resolver sets none: the service's fixed size before it was configurable (2022-01). */
const DEFAULT_BATCH_SIZE = 5;

export interface DataSourceRequest {
  readonly step: ResolverStep;
  /** What the request handler returned. */
  readonly request: unknown;
}

export function callDataSource(
  run: ResolverRun,
  { step, request }: DataSourceRequest,
  next: (answer: DataSourceAnswer) => void,
): void {
  const { dataSource } = step;
  if (dataSource.kind === 'lambda') {
    const parsed = parseLambdaRequest(request);
    if (parsed.ok && parsed.operation === 'BatchInvoke') {
      const { label: resolver, maxBatchSize } = step;
      const { payload, invocationType } = parsed;
      return joinBatch(
        run,
        { payload, next },
        {
          dataSource,
          resolver,
          maxBatchSize: maxBatchSize > 0 ? maxBatchSize : DEFAULT_BATCH_SIZE,
          invocationType,
          errorNames: 'hidden',
        },
      );
    }
  }
  const { scope, position } = run;
  const finish = scope.trace.startCall({
    dataSource: dataSource.name,
    operation: operationOf(request),
    resolver: step.label,
    path: toPath(position).join('.'),
    batchSize: 1,
  });
  const call = (): Promise<DataSourceAnswer> =>
    dataSource.invoke(request, {
      resolver: step.label,
      requestId: scope.request.requestId,
      field: () => describeField(run),
    });
  const proceed = (answer: DataSourceAnswer): void => {
    finish(answer.error?.type);
    run.resume(() => next(answer));
  };
  scope.deadline.race(call, () => timedOut(dataSource)).then(proceed, run.crash);
}

function describeField({ scope, field }: ResolverRun): CalledField {
  const { plan } = field;
  return {
    parentType: plan.parentTypeName,
    fieldName: plan.name,
    outputType: String(plan.definition.type),
    arguments: createResolverContext(scope, field).arguments,
    identity: scope.request.caller.identity,
  };
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
