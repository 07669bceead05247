/** The tables' definitions: all in memory, each stored when it changes. */
import type { ItemStore } from './item-store.ts';
import { isRecord } from '../model/is-record.ts';
import { tableNotFound } from './service-error.ts';
import type { TableDefinition } from './table-definition.ts';

export interface TableCatalog {
  find(name: string): TableDefinition | undefined;
  /** @throws DynamoDbServiceError ResourceNotFoundException, worded for operations on items */
  get(name: string): TableDefinition;
  /** @throws DynamoDbServiceError ResourceNotFoundException that names the table */
  getNamed(name: string): TableDefinition;
  /** Sorted. */
  names(): string[];
  save(table: TableDefinition): Promise<void>;
  remove(name: string): Promise<void>;
}

const TABLE_PREFIX = 'table~';

/** Reads all definitions from the store. */
export async function loadTableCatalog(store: ItemStore): Promise<TableCatalog> {
  const tables = new Map<string, TableDefinition>();
  for await (const [name, value] of store.entries(TABLE_PREFIX)) {
    if (isTableDefinition(value)) tables.set(name, value);
  }
  const getOr = (name: string, error: () => Error): TableDefinition => {
    const table = tables.get(name);
    if (table === undefined) throw error();
    return table;
  };
  return {
    find: (name) => tables.get(name),
    get: (name) => getOr(name, () => tableNotFound()),
    getNamed: (name) => getOr(name, () => tableNotFound(name)),
    names: () => [...tables.keys()].sort(),
    async save(table) {
      // Visible first: writers of the next instant must already maintain a new index.
      tables.set(table.TableName, table);
      await store.batch([{ type: 'put', key: TABLE_PREFIX + table.TableName, value: table }]);
    },
    async remove(name) {
      tables.delete(name);
      await store.batch([{ type: 'del', key: TABLE_PREFIX + name }]);
    },
  };
}

function isTableDefinition(value: unknown): value is TableDefinition {
  return isRecord(value) && typeof value.TableName === 'string' && Array.isArray(value.KeySchema);
}
