import { describe, expect, it } from 'vitest';
import { ordersTable, startTestDatabase } from '../dynamodb/test-database.ts';
import { startTestHost } from './testing/start-test-host.ts';

describe('services', () => {
  it.each([
    [
      'index.mjs',
      'import { DynamoDBClient } from "@aws-sdk/client-dynamodb"; import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb"; const exports = {}; export { handler };',
    ],
    [
      'index.js',
      'const { DynamoDBClient } = require("@aws-sdk/client-dynamodb"); const { DynamoDBDocument } = require("@aws-sdk/lib-dynamodb"); setImmediate(() => {}); exports.handler = (...a) => handler(...a);',
    ],
  ])('are reached by the AWS SDK of the runtime from %s', async (file, imports) => {
    const test = await startTestDatabase();
    await test.database.call('CreateTable', ordersTable);
    const code = `${imports}
      const table = DynamoDBDocument.from(new DynamoDBClient({}));
      async function handler(event) {
        await table.put({ TableName: 'orders', Item: event });
        return (await table.get({ TableName: 'orders', Key: { id: event.id } })).Item;
      }`;
    const { host } = await startTestHost(
      { orders: { [file]: code } },
      {},
      { environment: { AWS_ENDPOINT_URL_DYNAMODB: test.url } },
    );
    const event = { id: 'o1', total: 12.5 };
    expect(await host.invoke('orders', event)).toMatchObject({ kind: 'success', payload: event });
    await test.stop();
  });
});
