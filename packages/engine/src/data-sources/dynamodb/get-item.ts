import { answered } from '../data-source.ts';
import { toPlainItem, toServiceMap } from './attribute-values.ts';
import { mergePlaceholders, present, readExpression } from './expressions.ts';
import type { Operation } from './operation-context.ts';

/** AppSync developer guide, "GetItem": the item, null when there is none. */
export const getItem: Operation = async (request, { dynamodb, tableName }) => {
  const projection = readExpression(request['projection'], 'projection');
  const output = await dynamodb.call('GetItem', {
    TableName: tableName,
    Key: toServiceMap(request['key'], 'key'),
    ...present({ ConsistentRead: request['consistentRead'], ProjectionExpression: projection?.expression }),
    ...mergePlaceholders([projection]),
  });
  return answered(toPlainItem(output['Item']));
};
