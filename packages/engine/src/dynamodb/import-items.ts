/** Many puts in one atomic write: seed data, which streams do not tell of. */
import type { AttributeMap } from './contract.ts';
import type { DatabaseParts } from './operation.ts';
import { checkIndexKeys, primaryKeyOf } from './table-definition.ts';

/**
 * A later item replaces an earlier one with the same key.
 * @throws DynamoDbServiceError when the table is missing or an item does not fit it
 */
export async function importItems(
  { catalog, writes }: DatabaseParts,
  tableName: string,
  items: readonly AttributeMap[],
): Promise<void> {
  const table = catalog.get(tableName);
  const byKey = new Map<string, AttributeMap>();
  for (const item of items) {
    checkIndexKeys(item, table);
    byKey.set(primaryKeyOf({ kind: 'item', attributes: item }, table), item);
  }
  const addresses = [...byKey.keys()].map((key) => ({ tableName, key }));
  const after = [...byKey.values()];
  await writes.commit(addresses, () => Promise.resolve({ after, result: undefined }), { isStreamed: false });
}
