/** Brings the database to what the assembly describes, and fills empty tables from their seed files. */
import type { DynamoDb } from '../dynamodb/index.ts';
import { ensureEndpointTable, ensureTable } from '../dynamodb/index.ts';
import type { TableModel } from '../model/app-model.ts';

/** @throws Error for a stored table that no update turns into the template's, and for seed files that can't be read */
export async function prepareTables(dynamodb: DynamoDb, tables: readonly TableModel[]): Promise<void> {
  await Promise.all(
    tables.map(async ({ tableName, createTableInput, ttlAttribute, seedDirectory }) => {
      // An endpoint's table that was there before may be empty on purpose.
      const isOurs = dynamodb.place === 'embedded';
      const ensure = isOurs ? ensureTable : ensureEndpointTable;
      const outcome = await ensure(dynamodb, createTableInput, ttlAttribute);
      if (seedDirectory !== undefined && (isOurs || outcome === 'created')) {
        const { seedTable } = await import('../dynamodb/seed-table.ts');
        await seedTable(dynamodb, tableName, seedDirectory);
      }
    }),
  );
  const streamed = tables.filter(({ streamViewType }) => streamViewType !== undefined);
  await dynamodb.followStreams(streamed.map(({ tableName }) => tableName));
}
