import { afterAll, beforeAll, expect, it } from 'vitest';
import { ordersTable, startTestDatabase, type TestDatabase } from './test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await startTestDatabase();
  await test.database.call('CreateTable', ordersTable);
});
afterAll(() => test.stop());

async function send(operation: string, body: string | undefined, method = 'POST') {
  const headers = {
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'content-type': 'application/x-amz-json-1.0',
  };
  const response = await fetch(test.url, { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

it.each([
  ['no JSON', 'PutItem', '{', 'SerializationException'],
  ['no object', 'PutItem', '[]', 'SerializationException'],
  ['no body', 'PutItem', '', 'SerializationException'],
  ['an unknown operation', 'Explode', '{}', 'UnknownOperationException'],
  ['an inherited name', 'constructor', '{}', 'UnknownOperationException'],
  ['a wrong type', 'PutItem', '{"TableName":{}}', 'SerializationException'],
  ['a missing table name', 'GetItem', '{"Key":{}}', 'ValidationException'],
  ['null in a list', 'TransactWriteItems', '{"TransactItems":[null]}', 'ValidationException'],
  ['null as a request', 'BatchWriteItem', '{"RequestItems":{"orders":[null]}}', 'SerializationException'],
  ['null as a value', 'PutItem', '{"TableName":"orders","Item":{"id":null}}', 'SerializationException'],
  ['two types', 'PutItem', '{"TableName":"orders","Item":{"id":{"S":"a","N":"1"}}}', 'ValidationException'],
  [
    'a text as number',
    'PutItem',
    '{"TableName":"orders","Item":{"id":{"S":"a"},"n":{"N":"x"}}}',
    'ValidationException',
  ],
  ['a bad expression', 'Scan', '{"TableName":"orders","FilterExpression":"a = = b"}', 'ValidationException'],
  [
    'a bad table list',
    'BatchGetItem',
    '{"RequestItems":{"orders":{"Keys":[{"id":{}}]}}}',
    'ValidationException',
  ],
])('answers %s with an error', async (_name, operation, body, expected) => {
  const answer = await send(operation, body);
  expect(answer.status).toBe(400);
  expect(String(answer.body.__type).split('#')[1]).toBe(expected);
});

it('answers GET', async () => {
  expect((await send('PutItem', undefined, 'GET')).status).toBe(400);
});

it('goes on after all that', async () => {
  const Item = { id: { S: 'a' }, status: { S: 'open' } };
  expect(await send('PutItem', JSON.stringify({ TableName: 'orders', Item }))).toEqual({
    status: 200,
    body: {},
  });
  const { body } = await send('GetItem', JSON.stringify({ TableName: 'orders', Key: { id: { S: 'a' } } }));
  expect(body).toEqual({ Item });
  expect((await send('ListTables', '{}')).body).toEqual({ TableNames: ['orders'] });
});
