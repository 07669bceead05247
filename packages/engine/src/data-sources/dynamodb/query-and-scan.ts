import { isRecord } from '../../model/is-record.ts';
import { type DataSourceAnswer, answered, failed } from '../data-source.ts';
import { AttributeFault, toPlainItem } from './attribute-values.ts';
import { mergePlaceholders, present, readExpression } from './expressions.ts';
import type { Operation, OperationContext } from './operation-context.ts';

/** AppSync developer guide, "Query". */
export const query: Operation = (request, context) => {
  const condition = readExpression(request['query'], 'query');
  if (condition === undefined) throw new AttributeFault("Value for field '$[query]' not found.");
  return readPage('Query', request, {
    context,
    extra: {
      KeyConditionExpression: condition.expression,
      ScanIndexForward: request['scanIndexForward'],
    },
    expressions: [condition],
  });
};

/** AppSync developer guide, "Scan". */
export const scan: Operation = (request, context) =>
  readPage('Scan', request, {
    context,
    extra: { Segment: request['segment'], TotalSegments: request['totalSegments'] },
    expressions: [],
  });

interface Page {
  readonly context: OperationContext;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly expressions: readonly ReturnType<typeof readExpression>[];
}

/** @returns `{ items, nextToken, scannedCount }` as the result */
async function readPage(
  operation: 'Query' | 'Scan',
  request: Readonly<Record<string, unknown>>,
  page: Page,
): Promise<DataSourceAnswer> {
  const { dynamodb, tableName, nextTokens } = page.context;
  const token = request['nextToken'];
  const startKey = typeof token === 'string' && token !== '' ? nextTokens.decode(token) : undefined;
  if (typeof token === 'string' && token !== '' && startKey === undefined) {
    return failed({ message: 'Invalid pagination token given.', type: 'BadRequestException' });
  }
  const filter = readExpression(request['filter'], 'filter');
  const projection = readExpression(request['projection'], 'projection');
  const output = await dynamodb.call(operation, {
    TableName: tableName,
    ...present({
      ...page.extra,
      IndexName: request['index'],
      Limit: request['limit'],
      ConsistentRead: request['consistentRead'],
      Select: request['select'],
      ExclusiveStartKey: startKey,
      FilterExpression: filter?.expression,
      ProjectionExpression: projection?.expression,
    }),
    ...mergePlaceholders([...page.expressions, filter, projection]),
  });
  const items: readonly unknown[] = Array.isArray(output['Items']) ? output['Items'] : [];
  const last = output['LastEvaluatedKey'];
  return answered({
    items: items.map(toPlainItem),
    nextToken: isRecord(last) ? nextTokens.encode(last) : null,
    scannedCount: typeof output['ScannedCount'] === 'number' ? output['ScannedCount'] : items.length,
  });
}
