import {
  type DataSourceAnswer,
  type InvocationType,
  type LambdaAnswer,
  type LambdaDataSource,
  answered,
  failed,
} from '../../data-sources/index.ts';
import type { RequestScope } from '../request-scope.ts';

export interface BatchDescription {
  readonly dataSource: LambdaDataSource;
  readonly resolver: string;
  /** Response path of the first field that asked. */
  readonly path: string;
  readonly maxBatchSize: number;
  readonly invocationType: InvocationType;
  /** Direct resolvers show the name of the function's own error. */
  readonly errorNames: 'hidden' | 'shown';
}

/** Splits payloads into chunks of the batch size, invokes once for each, and gives each payload its own answer. */
export async function sendBatch(
  scope: RequestScope,
  payloads: readonly unknown[],
  batch: BatchDescription,
): Promise<readonly DataSourceAnswer[]> {
  const chunks: (readonly unknown[])[] = [];
  for (let start = 0; start < payloads.length; start += batch.maxBatchSize) {
    chunks.push(payloads.slice(start, start + batch.maxBatchSize));
  }
  const answers = await Promise.all(chunks.map((chunk) => sendChunk(scope, chunk, batch)));
  return answers.flat();
}

async function sendChunk(
  scope: RequestScope,
  payloads: readonly unknown[],
  batch: BatchDescription,
): Promise<readonly DataSourceAnswer[]> {
  const finish = scope.trace.startCall({
    dataSource: batch.dataSource.name,
    operation: 'BatchInvoke',
    resolver: batch.resolver,
    path: batch.path,
    batchSize: payloads.length,
  });
  const answer = await scope.deadline.race<LambdaAnswer>(
    () => batch.dataSource.send(payloads, batch.invocationType),
    lateAnswer,
  );
  const results = spread(answer, payloads.length, batch);
  finish(results[0]?.error?.type);
  return results;
}

function spread(answer: LambdaAnswer, size: number, batch: BatchDescription): readonly DataSourceAnswer[] {
  if (answer.kind === 'failure') {
    const type = batch.errorNames === 'shown' ? answer.errorName : answer.error.type;
    return Array.from({ length: size }, () => failed({ ...answer.error, type }));
  }
  if (batch.invocationType === 'Event') return Array.from({ length: size }, () => answered(null));
  const { payload } = answer;
  if (!Array.isArray(payload) || payload.length !== size) {
    const got = Array.isArray(payload) ? `${payload.length} results` : 'no list';
    const message = `The batch of ${size} requests got ${got} from the Lambda function.`;
    return Array.from({ length: size }, () => failed({ message, type: 'Lambda:IllegalArgument' }));
  }
  return payload.map((item: unknown) => answered(item));
}

function lateAnswer(): LambdaAnswer {
  const type = 'Lambda:ExecutionTimeoutException';
  const error = { message: 'Execution timed out.', type, unhandledErrorType: null };
  return { kind: 'failure', error, errorName: type };
}
