/** A table of notes in a database in memory, and a data source on it whose calls can be looked at. */
import { type DynamoDb, ensureTable, openDynamoDb } from '../../../dynamodb/embedded.ts';
import type { LambdaHost } from '../../../lambda-host/contract.ts';
import type { CalledField, DataSourceAnswer } from '../../data-source.ts';
import type { ServiceRole } from '../../service-role/service-role.ts';
import { createDynamoDbDataSource } from '../dynamodb-data-source.ts';

const TABLE = {
  TableName: 'notes',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'at', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'id', KeyType: 'HASH' },
    { AttributeName: 'at', KeyType: 'RANGE' },
  ],
};

export interface NotesOptions {
  readonly invoke?: (functionName: string, event: unknown) => unknown;
  readonly role?: ServiceRole;
  readonly field?: CalledField;
  /** Answers calls in the database's place. */
  readonly answer?: (operation: string) => Record<string, unknown> | undefined;
}

export const noteKey = (at: number) => ({ id: { S: 'a' }, at: { N: at } });

export async function openNotes(options: NotesOptions = {}) {
  const database: DynamoDb = await openDynamoDb();
  await ensureTable(database, TABLE, undefined);
  const calls: { readonly operation: string; readonly input: Readonly<Record<string, unknown>> }[] = [];
  const dynamodb: Pick<DynamoDb, 'call'> = {
    call(operation, input) {
      calls.push({ operation, input });
      const answer = options.answer?.(operation);
      return answer === undefined ? database.call(operation, input) : Promise.resolve(answer);
    },
  };
  const lambda: Pick<LambdaHost, 'invoke'> = {
    invoke: (name, payload) =>
      Promise.resolve({ kind: 'success', payload: options.invoke?.(name, payload), durationMs: 0 }),
  };
  const source = createDynamoDbDataSource({
    name: 'notes',
    tableName: 'notes',
    apiId: 'api',
    dynamodb,
    handlers: { lambda, awsRegion: 'eu-west-1', role: options.role },
  });
  const { field } = options;
  return {
    calls,
    stop: () => database.stop(),
    invoke: (request: unknown): Promise<DataSourceAnswer> =>
      source.invoke(request, {
        resolver: 'Mutation.save',
        requestId: 'r-1',
        ...(field === undefined ? {} : { field: () => field }),
      }),
  };
}
