/** PutItem, UpdateItem and DeleteItem, each with an optional condition. */
import { answered } from '../data-source.ts';
import { toPlainItem, toServiceMap } from './attribute-values.ts';
import { type Condition, answerConditionFailure } from './condition-failure.ts';
import { AttributeFault } from './attribute-values.ts';
import { mergePlaceholders, parseExpressionText, present, readExpression } from './expressions.ts';
import type { Operation, OperationContext } from './operation-context.ts';
import { isServiceFault } from './service-fault.ts';
import { isRecord } from '../../model/is-record.ts';
import type { DataSourceAnswer } from '../data-source.ts';

/** AppSync developer guide, "PutItem": the result is the item as written. */
export const putItem: Operation = async (request, context) => {
  const key = toServiceMap(request['key'], 'key');
  const item = { ...toOptionalMap(request['attributeValues'], 'attributeValues'), ...key };
  const condition = readCondition(request);
  const input = { Item: item, ...conditionInput(condition) };
  return guard({ context, request, key, condition, operation: 'PutItem', item }, async () => {
    await context.dynamodb.call('PutItem', { TableName: context.tableName, ...input });
    return answered(toPlainItem(item));
  });
};

/** AppSync developer guide, "UpdateItem": the result is the item after the update. */
export const updateItem: Operation = async (request, context) => {
  const key = toServiceMap(request['key'], 'key');
  const update = readExpression(request['update'], 'update');
  if (update === undefined) throw new AttributeFault("Value for field '$[update]' not found.");
  const condition = readCondition(request);
  const input = {
    Key: key,
    UpdateExpression: update.expression,
    ReturnValues: 'ALL_NEW',
    ...present({ ConditionExpression: condition?.expression.expression }),
    ...mergePlaceholders([update, condition?.expression]),
  };
  return guard({ context, request, key, condition, operation: 'UpdateItem', item: undefined }, async () => {
    const output = await context.dynamodb.call('UpdateItem', { TableName: context.tableName, ...input });
    return answered(toPlainItem(output['Attributes']));
  });
};

/** AppSync developer guide, "DeleteItem": the result is the deleted item, null when there was none. */
export const deleteItem: Operation = async (request, context) => {
  const key = toServiceMap(request['key'], 'key');
  const condition = readCondition(request);
  const input = { Key: key, ReturnValues: 'ALL_OLD', ...conditionInput(condition) };
  return guard({ context, request, key, condition, operation: 'DeleteItem', item: undefined }, async () => {
    const output = await context.dynamodb.call('DeleteItem', { TableName: context.tableName, ...input });
    return answered(toPlainItem(output['Attributes']));
  });
};

function toOptionalMap(value: unknown, path: string): Readonly<Record<string, unknown>> {
  return value === undefined || value === null ? {} : toServiceMap(value, path);
}

function readCondition(request: Readonly<Record<string, unknown>>): Condition | undefined {
  const value = parseExpressionText(request['condition']);
  const expression = readExpression(value, 'condition');
  if (expression === undefined || !isRecord(value)) return undefined;
  const ignored: unknown = value['equalsIgnore'];
  return {
    expression,
    equalsIgnore: Array.isArray(ignored) ? ignored.map(String) : [],
    consistentRead: value['consistentRead'] !== false,
    handlerArn: readHandler(value['conditionalCheckFailedHandler']),
  };
}

/** @throws AttributeFault for a strategy that is neither `Reject` nor `Custom` with a function */
function readHandler(handler: unknown): string | undefined {
  const { strategy, lambdaArn } = isRecord(handler) ? handler : {};
  if (strategy === undefined || strategy === 'Reject') return undefined;
  if (strategy !== 'Custom') {
    throw new AttributeFault(
      `Unsupported conditionalCheckFailedHandler strategy ${JSON.stringify(strategy)}.`,
    );
  }
  if (typeof lambdaArn === 'string' && lambdaArn !== '') return lambdaArn;
  throw new AttributeFault(
    "Value for field '$[condition.conditionalCheckFailedHandler.lambdaArn]' not found.",
  );
}

function conditionInput(condition: Condition | undefined): Readonly<Record<string, unknown>> {
  if (condition === undefined) return {};
  return {
    ConditionExpression: condition.expression.expression,
    ...mergePlaceholders([condition.expression]),
  };
}

interface GuardedWrite {
  readonly context: OperationContext;
  readonly request: Readonly<Record<string, unknown>>;
  readonly operation: 'PutItem' | 'UpdateItem' | 'DeleteItem';
  readonly key: Readonly<Record<string, unknown>>;
  readonly item: Readonly<Record<string, unknown>> | undefined;
  readonly condition: Condition | undefined;
}

async function guard(write: GuardedWrite, run: () => Promise<DataSourceAnswer>): Promise<DataSourceAnswer> {
  try {
    return await run();
  } catch (fault) {
    const isConditionFailure = isServiceFault(fault) && fault.name === 'ConditionalCheckFailedException';
    if (!isConditionFailure || write.condition === undefined) throw fault;
    const retry = WRITES[write.operation];
    return answerConditionFailure(fault, {
      ...write,
      condition: write.condition,
      retry: (request) => retry(request, write.context),
    });
  }
}

const WRITES: Readonly<Record<GuardedWrite['operation'], Operation>> = {
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
};
