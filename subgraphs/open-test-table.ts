/** For the tests: a subgraph's table, seeded, in the embedded DynamoDB behind a real HTTP server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openDynamoDb, seedTable } from '@tributary/engine/dynamodb';
import type { KeyAttribute, TableDefinition } from '@tributary/subgraph';

export interface TestTable {
  readonly tableName: string;
  /** For AWS_ENDPOINT_URL_DYNAMODB. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface TestTableSource {
  /** Folder below `subgraphs/`. */
  readonly subgraph: string;
  readonly table: TableDefinition;
}

/** Sets the environment that a Lambda function of this table sees, and starts what it talks to. */
export async function openTestTable({ subgraph, table }: TestTableSource): Promise<TestTable> {
  const database = await openDynamoDb({});
  await database.call('CreateTable', toCreateTableInput(subgraph, table));
  await seedTable(database, subgraph, fileURLToPath(new URL(`./${subgraph}/seed`, import.meta.url)));
  const server = createServer((request, response) => database.handleHttp(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const restore = setEnvironment({
    TABLE_NAME: subgraph,
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return {
    tableName: subgraph,
    url,
    stop: async () => {
      restore();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.stop();
    },
  };
}

/** @returns puts back what was there before: test files share their process */
export function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}

/** The table as `CreateTable` takes it. */
export function toCreateTableInput(
  tableName: string,
  { partitionKey, sortKey, indexes = [] }: TableDefinition,
) {
  const keys = [
    partitionKey,
    ...(sortKey === undefined ? [] : [sortKey]),
    ...indexes.flatMap((index) => [
      index.partitionKey,
      ...(index.sortKey === undefined ? [] : [index.sortKey]),
    ]),
  ];
  const types = new Map(keys.map(({ name, type }) => [name, type]));
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...types].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: toKeySchema(partitionKey, sortKey),
    ...(indexes.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: toKeySchema(index.partitionKey, index.sortKey),
            Projection: { ProjectionType: 'ALL' },
          })),
        }),
  };
}

function toKeySchema(partitionKey: KeyAttribute, sortKey: KeyAttribute | undefined) {
  const hash = { AttributeName: partitionKey.name, KeyType: 'HASH' };
  return sortKey === undefined ? [hash] : [hash, { AttributeName: sortKey.name, KeyType: 'RANGE' }];
}
