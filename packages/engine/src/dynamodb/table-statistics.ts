/**
 * How many items and bytes tables and indexes hold. Counted in memory; kept in the store by an orderly end, counted anew
 * at the next start after any other.
 */
import { isRecord } from '../model/is-record.ts';
import type { AttributeMap, ItemChange } from './contract.ts';
import type { IndexChange } from './index-entries.ts';
import { itemSizeBytes } from './item-size.ts';
import { indexPrefix, itemPrefix, type ItemStore } from './item-store.ts';
import type { TableCatalog } from './table-catalog.ts';
import { indexesOf, type ScopedIndex, type TableDefinition } from './table-definition.ts';

export interface TableStatistics {
  /** A change of an item that has been stored, with what it changed in the table's indexes. */
  count(table: TableDefinition, change: ItemDifference, indexes: readonly IndexChange[]): void;
  /** Counts an index anew, e.g. after its back-fill. */
  recount(table: TableDefinition, scoped: ScopedIndex): Promise<void>;
  /** Forgets a table that is gone. */
  forget(table: TableDefinition): void;
  /** The table as DescribeTable shows it. */
  describe(table: TableDefinition): TableDefinition;
  save(): Promise<void>;
}

type ItemDifference = Pick<ItemChange, 'before' | 'after'>;

interface Totals {
  items: number;
  bytes: number;
}

const STATISTICS_PREFIX = 'statistics~';

export async function loadTableStatistics(
  store: ItemStore,
  catalog: Pick<TableCatalog, 'names' | 'get'>,
): Promise<TableStatistics> {
  const totals = await loadTotals(store);
  // What is not saved again was changed by a process that did not come to its end.
  await store.clear(STATISTICS_PREFIX);
  for (const name of catalog.names()) {
    for (const prefix of prefixesOf(catalog.get(name))) {
      if (!totals.has(prefix)) totals.set(prefix, await countStored(store, prefix));
    }
  }

  /** @param before - bytes of the entry; undefined: none */
  function add(prefix: string, before: number | undefined, after: number | undefined): void {
    const total = totalsOf(prefix);
    total.items += (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1);
    total.bytes += (after ?? 0) - (before ?? 0);
  }

  function totalsOf(prefix: string): Totals {
    const total = totals.get(prefix) ?? { items: 0, bytes: 0 };
    totals.set(prefix, total);
    return total;
  }

  return {
    count(table, { before, after }, indexes) {
      const [bytesBefore, bytesAfter] = [sizeOf(before), sizeOf(after)];
      add(itemPrefix(table.TableName), bytesBefore, bytesAfter);
      for (const { scoped, stale, put } of indexes) {
        // An index of all attributes has the item itself.
        const staleBytes = stale?.value === before ? bytesBefore : sizeOf(stale?.value);
        const putBytes = put?.value === after ? bytesAfter : sizeOf(put?.value);
        add(prefixOf(table, scoped), staleBytes, putBytes);
      }
    },
    async recount(table, scoped) {
      const prefix = prefixOf(table, scoped);
      totals.set(prefix, await countStored(store, prefix));
    },
    forget: (table) => prefixesOf(table).forEach((prefix) => totals.delete(prefix)),
    describe(table) {
      const { items, bytes } = totalsOf(itemPrefix(table.TableName));
      const describeIndex = (scoped: ScopedIndex) => {
        const total = totalsOf(prefixOf(table, scoped));
        return { ...scoped.index, ItemCount: total.items, IndexSizeBytes: total.bytes };
      };
      const ofScope = (wanted: ScopedIndex['scope']) =>
        indexesOf(table)
          .filter(({ scope }) => scope === wanted)
          .map(describeIndex);
      const { GlobalSecondaryIndexes: global, LocalSecondaryIndexes: local } = table;
      return structuredClone({
        ...table,
        ItemCount: items,
        TableSizeBytes: bytes,
        ...(global === undefined ? {} : { GlobalSecondaryIndexes: ofScope('global') }),
        ...(local === undefined ? {} : { LocalSecondaryIndexes: ofScope('local') }),
      });
    },
    save: () =>
      store.batch(
        [...totals].map(([prefix, value]) => ({ type: 'put', key: STATISTICS_PREFIX + prefix, value })),
      ),
  };
}

async function loadTotals(store: ItemStore): Promise<Map<string, Totals>> {
  const totals = new Map<string, Totals>();
  for await (const [prefix, value] of store.entries(STATISTICS_PREFIX)) {
    if (!isRecord(value) || typeof value.items !== 'number' || typeof value.bytes !== 'number') continue;
    totals.set(prefix, { items: value.items, bytes: value.bytes });
  }
  return totals;
}

async function countStored(store: ItemStore, prefix: string): Promise<Totals> {
  const total = { items: 0, bytes: 0 };
  for await (const [, item] of store.entries(prefix)) {
    total.items += 1;
    total.bytes += itemSizeBytes(item as AttributeMap);
  }
  return total;
}

const sizeOf = (item: AttributeMap | undefined): number | undefined =>
  item === undefined ? undefined : itemSizeBytes(item);

const prefixOf = ({ TableName }: TableDefinition, { scope, index }: ScopedIndex): string =>
  indexPrefix(scope, TableName, index.IndexName);

const prefixesOf = (table: TableDefinition): string[] => [
  itemPrefix(table.TableName),
  ...indexesOf(table).map((scoped) => prefixOf(table, scoped)),
];
