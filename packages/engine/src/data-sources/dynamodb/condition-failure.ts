import type { DynamoDbServiceError } from '../../dynamodb/contract.ts';
import { assertNever } from '../../model/assert-never.ts';
import { isRecord } from '../../model/is-record.ts';
import { type DataSourceAnswer, answered, failed } from '../data-source.ts';
import { canonicalText, toPlainItem } from './attribute-values.ts';
import { askConditionalCheckHandler } from './conditional-check-handler.ts';
import type { ExpressionParts } from './expressions.ts';
import type { OperationContext } from './operation-context.ts';
import { toDataSourceError } from './service-fault.ts';

export interface Condition {
  readonly expression: ExpressionParts;
  /** PutItem only: attributes that may differ for the write to count as done already. */
  readonly equalsIgnore: readonly string[];
  readonly consistentRead: boolean;
  /** Strategy `Custom`; undefined: `Reject`. */
  readonly handlerArn: string | undefined;
}

export interface FailedWrite {
  readonly context: OperationContext;
  readonly operation: 'PutItem' | 'UpdateItem' | 'DeleteItem';
  readonly key: Readonly<Record<string, unknown>>;
  /** The item of a PutItem. */
  readonly item: Readonly<Record<string, unknown>> | undefined;
  readonly condition: Condition;
  /** What the request handler returned. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Runs another request of the same kind on the same key; a condition that fails then is rejected. */
  readonly retry: (request: Readonly<Record<string, unknown>>) => Promise<DataSourceAnswer>;
}

/**
 * AppSync developer guide, "Condition expressions": the stored item is read back. A put that would change nothing and a
 * delete of nothing count as done; else `ctx.error` is set and `ctx.result` is the stored item, unless a function of
 * the strategy `Custom` decides otherwise.
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
  const rejected = failed(toDataSourceError(fault, context.call.requestId), current);
  const functionArn = condition.handlerArn;
  return functionArn === undefined ? rejected : decide(write, { functionArn, current, rejected });
}

/** The function may change what is written and under which condition, never where. */
async function decide(
  { context, request, retry }: FailedWrite,
  {
    functionArn,
    current,
    rejected,
  }: { readonly functionArn: string; readonly current: unknown; readonly rejected: DataSourceAnswer },
): Promise<DataSourceAnswer> {
  const { tableName, handlers, call } = context;
  const decision = await askConditionalCheckHandler(
    { functionArn, tableName, field: call.field?.(), requestMapping: request, currentValue: current },
    handlers,
  );
  switch (decision.kind) {
    case 'reject':
      return rejected;
    case 'discard':
      return answered(current);
    case 'retry': {
      const { attributeValues, update, condition } = decision.mapping;
      const { operation, key } = request;
      return retry({ operation, key, attributeValues, update, condition: withoutHandler(condition) });
    }
    case 'fault':
      return failed({ message: decision.message, type: 'Lambda:Unhandled' }, current);
    default:
      return assertNever(decision);
  }
}

function withoutHandler(condition: unknown): unknown {
  return isRecord(condition) ? { ...condition, conditionalCheckFailedHandler: undefined } : condition;
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
