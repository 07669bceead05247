/** `ReturnConsumedCapacity`. @see DynamoDB developer guide, "DynamoDB read and write operations" */
import type { AttributeMap } from './contract.ts';
import { itemSizeBytes } from './item-size.ts';
import type { IndexScope } from './table-definition.ts';

const WRITE_UNIT_BYTES = 1024;
const READ_UNIT_BYTES = 4096;

/** Units in a transaction per unit outside of one. @see DynamoDB developer guide, "Transaction capacity" */
const TRANSACTION_UNIT_FACTOR = 2;

/** What one or more operations took of one table. */
export interface TableUsage {
  readonly table: number;
  readonly indexes: readonly IndexUsage[];
}

export interface IndexUsage {
  readonly scope: IndexScope;
  readonly indexName: string;
  readonly units: number;
}

interface CapacityRequest {
  readonly ReturnConsumedCapacity?: unknown;
  readonly ConsistentRead?: unknown;
}

type MaybeItem = Readonly<AttributeMap> | undefined;

/** Units of a write: the larger of the item before and after counts. */
export function writeUnits(before: MaybeItem, after: MaybeItem): number {
  const largest = Math.max(sizeOf(before), sizeOf(after));
  return Math.max(1, Math.ceil(largest / WRITE_UNIT_BYTES));
}

/** Units of a read of items that count together. */
export function readUnits({ ConsistentRead }: CapacityRequest, items: readonly MaybeItem[]): number {
  const sizeBytes = items.reduce((sum, item) => sum + sizeOf(item), 0);
  const units = Math.max(1, Math.ceil(sizeBytes / READ_UNIT_BYTES));
  return ConsistentRead === true ? units : units / 2;
}

const sizeOf = (item: MaybeItem): number => (item === undefined ? 0 : itemSizeBytes(item));

export function addUsage(left: TableUsage | undefined, right: TableUsage): TableUsage {
  if (left === undefined) return right;
  return { table: left.table + right.table, indexes: [...left.indexes, ...right.indexes] };
}

/** The `ConsumedCapacity` member of an answer about one table: nothing unless the request asked for it. */
export function consumedCapacity(
  request: CapacityRequest,
  tableName: string,
  usage: TableUsage,
): { ConsumedCapacity?: unknown } {
  return asksForCapacity(request) ? { ConsumedCapacity: describeUsage(request, tableName, usage) } : {};
}

/** The `ConsumedCapacity` member of an answer about several tables: a list. */
export function consumedCapacities(
  request: CapacityRequest,
  usages: ReadonlyMap<string, TableUsage>,
): { ConsumedCapacity?: unknown } {
  if (!asksForCapacity(request)) return {};
  return { ConsumedCapacity: [...usages].map(([name, usage]) => describeUsage(request, name, usage)) };
}

/** Transactions count twice, and say whether they read or write. */
export function transactionCapacities(
  request: CapacityRequest,
  usages: ReadonlyMap<string, TableUsage>,
  unitName: 'ReadCapacityUnits' | 'WriteCapacityUnits',
): { ConsumedCapacity?: unknown } {
  if (!asksForCapacity(request)) return {};
  const withUnitName = (value: unknown): unknown => ({ ...(value as object), [unitName]: totalOf(value) });
  const described = [...usages].map(([name, usage]) => {
    const capacity = describeUsage(request, name, doubled(usage));
    const isWhole = request.ReturnConsumedCapacity === 'INDEXES';
    return {
      ...capacity,
      [unitName]: capacity.CapacityUnits,
      ...(isWhole ? { Table: withUnitName(capacity.Table) } : {}),
    };
  });
  return { ConsumedCapacity: described };
}

const totalOf = (value: unknown): unknown => (value as { CapacityUnits?: unknown }).CapacityUnits;

function doubled({ table, indexes }: TableUsage): TableUsage {
  return {
    table: table * TRANSACTION_UNIT_FACTOR,
    indexes: indexes.map((index) => ({ ...index, units: index.units * TRANSACTION_UNIT_FACTOR })),
  };
}

/** Units are not worth counting when nobody asks. */
export function asksForCapacity({ ReturnConsumedCapacity: wanted }: CapacityRequest): boolean {
  return wanted === 'TOTAL' || wanted === 'INDEXES';
}

interface CapacityDescription {
  readonly TableName: string;
  readonly CapacityUnits: number;
  readonly Table?: { readonly CapacityUnits: number };
}

function describeUsage(
  { ReturnConsumedCapacity: wanted }: CapacityRequest,
  TableName: string,
  { table, indexes }: TableUsage,
): CapacityDescription {
  const CapacityUnits = indexes.reduce((sum, { units }) => sum + units, table);
  if (wanted !== 'INDEXES') return { TableName, CapacityUnits };
  return {
    TableName,
    CapacityUnits,
    Table: { CapacityUnits: table },
    ...ofScope(indexes, 'global', 'GlobalSecondaryIndexes'),
    ...ofScope(indexes, 'local', 'LocalSecondaryIndexes'),
  };
}

/** Units by index name, summed; nothing when no index of the scope was used. */
function ofScope(
  indexes: readonly IndexUsage[],
  wanted: IndexScope,
  member: string,
): Readonly<Record<string, unknown>> {
  const units = new Map<string, number>();
  for (const { scope, indexName, units: more } of indexes) {
    if (scope === wanted && more > 0) units.set(indexName, (units.get(indexName) ?? 0) + more);
  }
  if (units.size === 0) return {};
  return {
    [member]: Object.fromEntries([...units].map(([name, CapacityUnits]) => [name, { CapacityUnits }])),
  };
}
