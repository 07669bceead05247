/** TransactGetItems and TransactWriteItems. */
import type { DynamoDbServiceError } from '../../dynamodb/contract.ts';
import { isRecord } from '../../model/is-record.ts';
import { type DataSourceAnswer, answered, failed } from '../data-source.ts';
import { AttributeFault, toPlainItem, toServiceMap } from './attribute-values.ts';
import { mergePlaceholders, parseExpressionText, present, readExpression } from './expressions.ts';
import type { Operation, OperationContext } from './operation-context.ts';
import { isServiceFault, toDataSourceError } from './service-fault.ts';

/** AppSync developer guide, "TransactGetItems". */
export const transactGetItems: Operation = async (request, context) => {
  const members = readMembers(request).map((member) => {
    const projection = readExpression(member['projection'], 'transactItems.projection');
    const input = {
      TableName: member['table'],
      Key: toServiceMap(member['key'], 'transactItems.key'),
      ...present({ ProjectionExpression: projection?.expression }),
      ...mergePlaceholders([projection]),
    };
    return { Get: input };
  });
  return runTransaction('TransactGetItems', { context, members, resultName: 'items' }, (output) => {
    const responses: readonly unknown[] = Array.isArray(output['Responses']) ? output['Responses'] : [];
    return responses.map((entry) => toPlainItem(isRecord(entry) ? entry['Item'] : undefined));
  });
};

/** AppSync developer guide, "TransactWriteItems": the keys in request order. */
export const transactWriteItems: Operation = async (request, context) => {
  const requests = readMembers(request);
  const keys = requests.map((member) => toServiceMap(member['key'], 'transactItems.key'));
  const members = requests.map((member, index) => toWriteMember(member, keys[index] ?? {}));
  return runTransaction('TransactWriteItems', { context, members, resultName: 'keys' }, () =>
    keys.map(toPlainItem),
  );
};

interface Transaction {
  readonly context: OperationContext;
  readonly members: readonly unknown[];
  readonly resultName: 'items' | 'keys';
}

async function runTransaction(
  operation: 'TransactGetItems' | 'TransactWriteItems',
  { context, members, resultName }: Transaction,
  read: (output: Readonly<Record<string, unknown>>) => unknown,
): Promise<DataSourceAnswer> {
  try {
    const output = await context.dynamodb.call(operation, { TransactItems: members });
    return answered({ [resultName]: read(output), cancellationReasons: null });
  } catch (fault) {
    if (!isServiceFault(fault) || fault.name !== 'TransactionCanceledException') throw fault;
    const result = { [resultName]: null, cancellationReasons: readReasons(fault) };
    return failed(toDataSourceError(fault, context.call.requestId), result);
  }
}

function readMembers(
  request: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  const items = request['transactItems'];
  if (!Array.isArray(items)) throw new AttributeFault("Value for field '$[transactItems]' not found.");
  return items.map((item, index) => {
    if (isRecord(item)) return item;
    throw new AttributeFault(`Unsupported element '$[transactItems][${index}]'.`);
  });
}

function toWriteMember(
  member: Readonly<Record<string, unknown>>,
  key: Readonly<Record<string, unknown>>,
): unknown {
  const { operation, table } = member;
  const condition = parseExpressionText(member['condition']);
  const parts = readExpression(condition, 'transactItems.condition');
  const hidesItem = isRecord(condition) && condition['returnValuesOnConditionCheckFailure'] === false;
  const common = {
    TableName: table,
    ...present({ ConditionExpression: parts?.expression }),
    ...(parts === undefined || hidesItem ? {} : { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
  };
  switch (operation) {
    case 'PutItem': {
      const values = member['attributeValues'];
      const attributes =
        values === undefined || values === null ? {} : toServiceMap(values, 'transactItems.attributeValues');
      return { Put: { ...common, Item: { ...attributes, ...key }, ...mergePlaceholders([parts]) } };
    }
    case 'UpdateItem': {
      const update = readExpression(member['update'], 'transactItems.update');
      if (update === undefined)
        throw new AttributeFault("Value for field '$[transactItems][update]' not found.");
      const placeholders = mergePlaceholders([update, parts]);
      return { Update: { ...common, Key: key, UpdateExpression: update.expression, ...placeholders } };
    }
    case 'DeleteItem':
      return { Delete: { ...common, Key: key, ...mergePlaceholders([parts]) } };
    case 'ConditionCheck':
      if (parts === undefined)
        throw new AttributeFault("Value for field '$[transactItems][condition]' not found.");
      return { ConditionCheck: { ...common, Key: key, ...mergePlaceholders([parts]) } };
    default:
      throw new AttributeFault(`Unsupported operation ${JSON.stringify(operation)}.`);
  }
}

/** AppSync's names and texts for the service's cancellation reasons. */
function readReasons(fault: DynamoDbServiceError): readonly unknown[] {
  const reasons: unknown = fault.body['CancellationReasons'];
  return (Array.isArray(reasons) ? reasons.filter(isRecord) : []).map((reason) => {
    const code = typeof reason['Code'] === 'string' ? reason['Code'] : 'None';
    if (code === 'None') return { type: 'None', message: 'None' };
    const type = code === 'ConditionalCheckFailed' ? 'ConditionCheckFailed' : code;
    const text = code === 'ConditionalCheckFailed' ? 'The condition check failed.' : reason['Message'];
    return { ...present({ item: toPlainItem(reason['Item']) }), type, message: text ?? code };
  });
}
