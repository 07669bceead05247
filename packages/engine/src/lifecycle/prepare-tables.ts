/** Brings the database to what the assembly describes, and fills empty tables from their seed files. */
import type { DynamoDb } from '../dynamodb/index.ts';
import { ensureTable, seedTable } from '../dynamodb/index.ts';
import type { TableModel } from '../model/app-model.ts';

/** @throws Error for a stored table that no update turns into the template's, and for seed files that can't be read */
export async function prepareTables(dynamodb: DynamoDb, tables: readonly TableModel[]): Promise<void> {
  await Promise.all(
    tables.map(async ({ tableName, createTableInput, ttlAttribute, seedDirectory }) => {
      await ensureTable(dynamodb, createTableInput, ttlAttribute);
      if (seedDirectory !== undefined) await seedTable(dynamodb, tableName, seedDirectory);
    }),
  );
}
