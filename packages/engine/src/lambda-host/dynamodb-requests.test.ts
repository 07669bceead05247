import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { answerRequest } from '../dynamodb/index.ts';
import { ordersTable, startTestDatabase, type TestDatabase } from '../dynamodb/test-database.ts';
import { startTestHost } from './testing/start-test-host.ts';

/** Leaves the function without any way to the database but the host. */
const NOBODY = 'http://127.0.0.1:1';

const IMPORTS = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
  const open = (settings = {}) => DynamoDBDocument.from(new DynamoDBClient({ maxAttempts: 1, ...settings }));
  const get = (table, id, options) => table.get({ TableName: 'orders', Key: { id } }, options);`;

let test: TestDatabase;
beforeEach(async () => {
  test = await startTestDatabase();
  await test.database.call('CreateTable', ordersTable);
  await test.database.call('PutItem', {
    TableName: 'orders',
    Item: { id: { S: 'o1' }, note: { S: 'Grüße' } },
  });
});
afterEach(() => test.stop());

/** @returns the results of the calls, and the operations that came by the host, the others by sockets */
async function callTwice(code: string, endpoint = test.url) {
  const byHost: string[] = [];
  const { host } = await startTestHost(
    { orders: { 'index.mjs': `${IMPORTS}\n${code}` } },
    {},
    {
      environment: { AWS_ENDPOINT_URL_DYNAMODB: endpoint },
      dynamodb: {
        url: endpoint,
        answer(request) {
          byHost.push(request.target.split('.')[1] ?? '');
          return answerRequest(test.database.call, request);
        },
      },
    },
  );
  const results = [await host.invoke('orders', {}), await host.invoke('orders', {})];
  return { payloads: results.map((result) => (result.kind === 'success' ? result.payload : result)), byHost };
}

const ITEM = { id: 'o1', note: 'Grüße' };

describe('the SDK of a function', () => {
  it('asks by a socket first, then by the host, with the same answers', async () => {
    const code = `const table = open();
      export const handler = async () => (await get(table, 'o1')).Item;`;
    expect(await callTwice(code)).toEqual({ payloads: [ITEM, ITEM], byHost: ['GetItem'] });
  });

  it('gets the same errors either way', async () => {
    const code = `const table = open();
      const wrong = () => table.put({
        TableName: 'orders', Item: { id: 'o1' }, ConditionExpression: 'attribute_not_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      export const handler = () => wrong().catch(({ name, message, Item, $metadata }) =>
        ({ name, message, Item, status: $metadata.httpStatusCode, hasId: $metadata.requestId !== undefined }));`;
    const { payloads, byHost } = await callTwice(code);
    expect(payloads[0]).toEqual({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      Item: { id: { S: 'o1' }, note: { S: 'Grüße' } },
      status: 400,
      hasId: true,
    });
    expect(payloads[1]).toEqual(payloads[0]);
    expect(byHost).toEqual(['PutItem']);
  });

  it('may ask while the code is loaded', async () => {
    const code = `const table = open();
      await get(table, 'o1');
      const { Item } = await get(table, 'o1');
      export const handler = async () => Item;`;
    expect(await callTwice(code)).toEqual({ payloads: [ITEM, ITEM], byHost: ['GetItem'] });
  });

  it('keeps the event loop of a handler with a callback busy', async () => {
    const code = `const table = open();
      await get(table, 'o1');
      export const handler = (event, context, done) => {
        let note = 'none';
        get(table, 'o1').then(({ Item }) => { note = Item.note; });
        const answer = { toJSON: () => note };
        done(null, answer);
      };`;
    expect(await callTwice(code)).toEqual({ payloads: ['Grüße', 'Grüße'], byHost: ['GetItem', 'GetItem'] });
  });

  it.each([
    ['a client with a timeout', `const table = open({ requestHandler: { requestTimeout: 5000 } });`, ''],
    ['a request with a signal', `const table = open();`, `{ abortSignal: new AbortController().signal }`],
    ['a request with a timeout', `const table = open();`, `{ requestTimeout: 5000 }`],
  ])('leaves %s to sockets', async (_name, client, options) => {
    const code = `${client}
      export const handler = async () => (await get(table, 'o1', ${options || '{}'})).Item;`;
    expect(await callTwice(code)).toEqual({ payloads: [ITEM, ITEM], byHost: [] });
  });

  it('leaves other services at the same address to sockets, signed', async () => {
    const authorizations: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      authorizations.push(request.headers.authorization?.split(' ', 1)[0]);
      response.setHeader('content-type', 'application/x-amz-json-1.0').end('{"QueueUrls":["q"]}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close().closeAllConnections());
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const code = `import { SQSClient, ListQueuesCommand } from '@aws-sdk/client-sqs';
      const queues = new SQSClient({ endpoint: '${url}' });
      export const handler = async () => (await queues.send(new ListQueuesCommand({}))).QueueUrls;`;
    expect(await callTwice(code, url)).toEqual({ payloads: [['q'], ['q']], byHost: [] });
    expect(authorizations).toEqual(['AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA256']);
  });

  it('leaves another endpoint to sockets', async () => {
    const code = `const table = open({ endpoint: '${test.url}' });
      export const handler = async () => (await get(table, 'o1')).Item;`;
    expect(await callTwice(code, NOBODY)).toEqual({ payloads: [ITEM, ITEM], byHost: [] });
  });
});
