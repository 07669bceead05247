/** What an item's change means for the table's secondary indexes, as operations of the same batch. */
import dynalite from 'dynalite/db/index.js';
import type { AttributeMap } from './contract.ts';
import { indexPrefix, type StoreOperation } from './item-store.ts';
import {
  indexesOf,
  type ScopedIndex,
  type SecondaryIndex,
  type TableDefinition,
} from './table-definition.ts';

/**
 * The sortable text of an item's place in an index: the index key, then the whole primary key.
 * (dynalite ends it with 24 bits of a hash, so that two of some thousand items with equal index keys overwrite each other.)
 */
export function indexKeyOf(item: AttributeMap, table: TableDefinition, index: SecondaryIndex): string {
  return dynalite.createKey(item, table, index.KeySchema) + dynalite.createKey(item, table);
}

export interface IndexEntry {
  readonly key: string;
  readonly value: AttributeMap;
}

/** What a change of an item means for one index; undefined: no entry. */
export interface IndexChange {
  readonly scoped: ScopedIndex;
  readonly stale: IndexEntry | undefined;
  readonly put: IndexEntry | undefined;
}

/** For all indexes, when `before` becomes `after`; undefined is "no item". */
export function indexChanges(
  table: TableDefinition,
  before: AttributeMap | undefined,
  after: AttributeMap | undefined,
): IndexChange[] {
  return indexesOf(table).map((scoped) => ({
    scoped,
    put: after === undefined ? undefined : indexEntry(table, scoped, after),
    stale: before === undefined ? undefined : indexEntry(table, scoped, before),
  }));
}

/** Puts and deletes that bring the indexes after a change of an item. */
export function indexOperations(changes: readonly IndexChange[]): StoreOperation[] {
  return changes.flatMap(({ stale, put }) => {
    const operations: StoreOperation[] = [];
    if (stale !== undefined && stale.key !== put?.key) operations.push({ type: 'del', key: stale.key });
    if (put !== undefined) operations.push({ type: 'put', ...put });
    return operations;
  });
}

/** The stored entry of an item in one index; undefined when the item lacks an index key attribute (sparse index). */
export function indexEntry(
  table: TableDefinition,
  { scope, index }: ScopedIndex,
  item: AttributeMap,
): IndexEntry | undefined {
  const isIndexed = index.KeySchema.every(({ AttributeName }) => {
    const type = table.AttributeDefinitions.find(
      (each) => each.AttributeName === AttributeName,
    )?.AttributeType;
    return type !== undefined && item[AttributeName]?.[type] !== undefined;
  });
  if (!isIndexed) return undefined;
  const key = indexPrefix(scope, table.TableName, index.IndexName) + indexKeyOf(item, table, index);
  return { key, value: project(table, index, item) };
}

function project(table: TableDefinition, index: SecondaryIndex, item: AttributeMap): AttributeMap {
  if (index.Projection.ProjectionType === 'ALL') return item;
  const names = [...index.KeySchema, ...table.KeySchema].map((element) => element.AttributeName);
  const kept = new Set([...names, ...(index.Projection.NonKeyAttributes ?? [])]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)));
}
