import { expect, it } from 'vitest';
import { openDynamoDb } from './open-dynamodb.ts';
import { openOnUse } from './open-on-use.ts';

const TABLE = {
  TableName: 'notes',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
};

function createDatabase() {
  let opens = 0;
  const database = openOnUse(() => {
    opens += 1;
    return openDynamoDb();
  });
  return { database, opens: () => opens };
}

it('opens the database once, by the first call', async () => {
  const { database, opens } = createDatabase();
  const heard: unknown[] = [];
  database.onChange(({ after }) => heard.push(after));
  expect(opens()).toBe(0);
  await Promise.all([database.call('CreateTable', TABLE), database.call('ListTables', {})]);
  await database.importItems('notes', [{ id: { S: 'a' } }]);
  expect(heard).toEqual([{ id: { S: 'a' } }]);
  expect(opens()).toBe(1);
  await database.stop();
});

it.each(['before', 'after'])('refuses calls when it was stopped %s its first use', async (when) => {
  const { database, opens } = createDatabase();
  if (when === 'after') await database.call('ListTables', {});
  await database.stop();
  await expect(database.call('ListTables', {})).rejects.toMatchObject({ name: 'InternalServerError' });
  expect(opens()).toBe(when === 'after' ? 1 : 0);
});
