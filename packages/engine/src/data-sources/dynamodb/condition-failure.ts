import type { DynamoDbServiceError } from '../../dynamodb/contract.ts';
import { isRecord } from '../../model/is-record.ts';
import { type DataSourceAnswer, answered, failed } from '../data-source.ts';
import { canonicalText, toPlainItem } from './attribute-values.ts';
import type { ExpressionParts } from './expressions.ts';
import type { OperationContext } from './operation-context.ts';
import { toDataSourceError } from './service-fault.ts';

export interface Condition {
  readonly expression: ExpressionParts;
  /** PutItem only: attributes that may differ for the write to count as done already. */
  readonly equalsIgnore: readonly string[];
  readonly consistentRead: boolean;
}

export interface FailedWrite {
  readonly context: OperationContext;
  readonly operation: 'PutItem' | 'UpdateItem' | 'DeleteItem';
  readonly key: Readonly<Record<string, unknown>>;
  /** The item of a PutItem. */
  readonly item: Readonly<Record<string, unknown>> | undefined;
  readonly condition: Condition;
}

/**
 * AppSync developer guide, "Condition expressions": the stored item is read back. A put that would change nothing and a
 * delete of nothing count as done; else `ctx.error` is set and `ctx.result` is the stored item.
 */
export async function answerConditionFailure(
  fault: DynamoDbServiceError,
  write: FailedWrite,
): Promise<DataSourceAnswer> {
  const { context, condition, operation, item } = write;
  const output = await context.dynamodb.call('GetItem', {
    TableName: context.tableName,
    Key: write.key,
    ConsistentRead: condition.consistentRead,
  });
  const stored = isRecord(output['Item']) ? output['Item'] : undefined;
  const current = toPlainItem(stored);
  const isDone =
    (operation === 'DeleteItem' && stored === undefined) ||
    (operation === 'PutItem' &&
      stored !== undefined &&
      isSameItem(stored, item ?? {}, condition.equalsIgnore));
  if (isDone) return answered(current);
  return failed(toDataSourceError(fault, context.call.requestId), current);
}

function isSameItem(
  stored: Readonly<Record<string, unknown>>,
  item: Readonly<Record<string, unknown>>,
  ignored: readonly string[],
): boolean {
  const compared = (from: Readonly<Record<string, unknown>>): string =>
    canonicalText(Object.fromEntries(Object.entries(from).filter(([name]) => !ignored.includes(name))));
  return compared(stored) === compared(item);
}
