import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  paginateScan,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTodoEngine, type TodoEngine } from '../start-todo-engine.ts';

let todo: TodoEngine;
beforeAll(async () => {
  todo = await startTodoEngine({ dynamodbPort: 0 });
});
afterAll(() => todo.engine.stop());

const addresses = {
  'the path of the one port': () => `${todo.engine.url}/_tributary/dynamodb`,
  'the port of its own': () => todo.engine.dynamodbUrl,
};

describe.each(Object.entries(addresses))('DynamoDB at %s', (name, address) => {
  const TableName = `notes-${name.replaceAll(' ', '-')}`;
  let client: DynamoDBClient;
  let documents: DynamoDBDocumentClient;
  const options = () => ({
    endpoint: address(),
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  beforeAll(() => {
    client = new DynamoDBClient(options());
    documents = DynamoDBDocumentClient.from(client);
  });
  afterAll(() => client.destroy());

  it('serves unmodified clients: tables, items, pages, batches, transactions, waiters', async () => {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'owner', AttributeType: 'S' },
          { AttributeName: 'at', AttributeType: 'N' },
        ],
        KeySchema: [
          { AttributeName: 'owner', KeyType: 'HASH' },
          { AttributeName: 'at', KeyType: 'RANGE' },
        ],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    );
    await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName });
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    expect(TableNames).toContain(TableName);

    const requests = Array.from({ length: 25 }, (_, at) => ({
      PutRequest: { Item: { owner: 'ann', at, text: 'x'.repeat(90_000) } },
    }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
    const query = {
      TableName,
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': 'ann' },
    };
    const pages: number[] = [];
    for await (const { Items = [] } of paginateQuery({ client: documents }, query)) pages.push(Items.length);
    expect([pages.length > 1, pages.reduce((sum, count) => sum + count)]).toEqual([true, 25]);

    await documents.send(new PutCommand({ TableName, Item: { owner: 'bob', at: 1 } }));
    const TransactItems = [
      { Put: { TableName, Item: { owner: 'bob', at: 2 } } },
      { Delete: { TableName, Key: { owner: 'bob', at: 1 } } },
    ];
    await documents.send(new TransactWriteCommand({ TransactItems }));
    const Get = (at: number) => ({ Get: { TableName, Key: { owner: 'bob', at } } });
    const read = await documents.send(new TransactGetCommand({ TransactItems: [Get(1), Get(2)] }));
    expect(read.Responses).toEqual([{}, { Item: { owner: 'bob', at: 2 } }]);
    const Keys = [{ owner: 'bob', at: 2 }];
    const batch = await documents.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }));
    expect(batch.Responses?.[TableName]).toEqual(Keys);
    let count = 0;
    const scan = paginateScan({ client: documents, pageSize: 10 }, { TableName, Select: 'COUNT' });
    for await (const { Count = 0 } of scan) count += Count;
    expect(count).toBe(26);

    const streams = new DynamoDBStreamsClient(options());
    expect((await streams.send(new ListStreamsCommand({ TableName }))).Streams).toHaveLength(1);
    streams.destroy();
    await client.send(new DeleteTableCommand({ TableName }));
    await waitUntilTableNotExists({ client, maxWaitTime: 30 }, { TableName });
  });

  it("shows the application's own tables", async () => {
    const { TableNames: [name] = [] } = await client.send(new ListTablesCommand({}));
    const { Item } = await documents.send(new GetCommand({ TableName: name, Key: { id: 't-1' } }));
    expect(Item).toMatchObject({ title: 'Water the plants' });
  });
});

it('says so when the port of its own is taken', async () => {
  const taken = Number(new URL(todo.engine.dynamodbUrl).port);
  await expect(startTodoEngine({ dynamodbPort: taken })).rejects.toMatchObject({
    kind: 'port-taken',
    fix: 'Choose another port with --dynamodb-port.',
  });
});
