/** `ReturnItemCollectionMetrics`. @see DynamoDB API reference, "ItemCollectionMetrics" */
import type { AttributeMap } from './contract.ts';
import type { TableDefinition } from './table-definition.ts';

/** Gigabytes, from and to. Differs: collections are not measured, all are taken to be below the first gigabyte. */
const SIZE_ESTIMATE_RANGE_GB = [0, 1] as const;

interface MetricsRequest {
  readonly ReturnItemCollectionMetrics?: unknown;
}

/** What an item's collection is; undefined unless the request asks, and for tables without local indexes. */
export function itemCollectionOf(
  request: MetricsRequest,
  table: TableDefinition,
  item: Readonly<AttributeMap>,
): Readonly<Record<string, unknown>> | undefined {
  if (request.ReturnItemCollectionMetrics !== 'SIZE' || table.LocalSecondaryIndexes === undefined)
    return undefined;
  const name = table.KeySchema[0]?.AttributeName ?? '';
  return { ItemCollectionKey: { [name]: item[name] }, SizeEstimateRangeGB: SIZE_ESTIMATE_RANGE_GB };
}

/** For operations on many items: the collections by table. */
export function itemCollectionsOf(
  request: MetricsRequest,
  items: readonly { readonly table: TableDefinition; readonly item: Readonly<AttributeMap> }[],
): { ItemCollectionMetrics?: unknown } {
  const byTable: Record<string, unknown[]> = {};
  for (const { table, item } of items) {
    const metrics = itemCollectionOf(request, table, item);
    if (metrics !== undefined) (byTable[table.TableName] ??= []).push(metrics);
  }
  return Object.keys(byTable).length > 0 ? { ItemCollectionMetrics: byTable } : {};
}
