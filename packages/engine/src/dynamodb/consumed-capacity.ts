/** `ReturnConsumedCapacity`. @see DynamoDB developer guide, "DynamoDB read and write operations" */
import type { AttributeMap } from './contract.ts';
import { itemSizeBytes } from './item-size.ts';

const WRITE_UNIT_BYTES = 1024;
const READ_UNIT_BYTES = 4096;

type Usage =
  /** The larger of the item before and after counts. */
  | { readonly kind: 'write'; readonly items: readonly (AttributeMap | undefined)[] }
  /** All items count together. */
  | { readonly kind: 'read'; readonly items: readonly (AttributeMap | undefined)[] };

interface CapacityRequest {
  readonly ReturnConsumedCapacity?: unknown;
  readonly ConsistentRead?: unknown;
  readonly TableName?: unknown;
}

/** Capacity units of one operation on one table. */
export function capacityUnits(request: CapacityRequest, usage: Usage): number {
  const sizes = usage.items.map((item) => (item === undefined ? 0 : itemSizeBytes(item)));
  if (usage.kind === 'write') return Math.max(1, Math.ceil(Math.max(0, ...sizes) / WRITE_UNIT_BYTES));
  const units = Math.max(1, Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / READ_UNIT_BYTES));
  return request.ConsistentRead === true ? units : units / 2;
}

/** The `ConsumedCapacity` member of a response: nothing unless the request asked for it. */
export function consumedCapacity(request: CapacityRequest, usage: Usage): { ConsumedCapacity?: unknown } {
  if (!asksForCapacity(request)) return {};
  return {
    ConsumedCapacity: describeCapacity(request, String(request.TableName), capacityUnits(request, usage)),
  };
}

export function asksForCapacity(request: CapacityRequest): boolean {
  return request.ReturnConsumedCapacity === 'TOTAL' || request.ReturnConsumedCapacity === 'INDEXES';
}

export function describeCapacity(
  request: CapacityRequest,
  tableName: string,
  units: number,
): Record<string, unknown> {
  const table = request.ReturnConsumedCapacity === 'INDEXES' ? { Table: { CapacityUnits: units } } : {};
  return { TableName: tableName, CapacityUnits: units, ...table };
}
