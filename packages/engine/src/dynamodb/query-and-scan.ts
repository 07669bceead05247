/** Query and Scan: one page of a key range, filtered and projected. */
import dynalite from 'dynalite/db/index.js';
import { asksForCapacity, consumedCapacity, readUnits, type TableUsage } from './consumed-capacity.ts';
import type { AttributeMap } from './contract.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { isRecord } from '../model/is-record.ts';
import { itemSizeBytes } from './item-size.ts';
import { itemPrefix } from './item-store.ts';
import type { DatabaseParts, Operation, OperationInput, OperationOutput } from './operation.ts';
import { planRange, type RangePlan } from './range-plan.ts';
import { projectItem } from './read-operations.ts';
import { serviceError } from './service-error.ts';
import { keysOf, type TableDefinition } from './table-definition.ts';
import { validateRequest, type ValidatedRequest } from './validate-request.ts';

/** Bytes read for one page. DynamoDB developer guide, "Quotas": 1 MB (checked 2026-11-21). */
const MAX_PAGE_BYTES = 1024 * 1024;

export const query: Operation = (parts, input) => readPage(parts, 'Query', input);
export const scan: Operation = (parts, input) => readPage(parts, 'Scan', input);

async function readPage(
  parts: DatabaseParts,
  operation: 'Query' | 'Scan',
  input: OperationInput,
): Promise<OperationOutput> {
  const request = validateRequest(operation, input);
  checkSelect(request);
  const table = parts.catalog.get(String(request.TableName));
  const plan = planRange(operation, request, table);
  const { read, isCut } = await readRange(parts, request, plan);
  const last = read.at(-1);
  const items = (await wholeItems(parts, { request, table, plan, read })).filter((item) =>
    passesFilter(request, item),
  );
  return {
    ...(request.Select === 'COUNT' ? {} : { Items: items.map((item) => projectItem(request, item)) }),
    Count: items.length,
    ScannedCount: read.length,
    ...(isCut && last !== undefined ? { LastEvaluatedKey: pageKey(last, table, plan) } : {}),
    ...(asksForCapacity(request)
      ? consumedCapacity(request, table.TableName, usageOf(request, plan, read))
      : {}),
  };
}

/** What a projection must not stand beside. */
const SELECT_NAMES: Readonly<Record<string, string>> = {
  ALL_ATTRIBUTES: 'ALL_ATTRIBUTES',
  ALL_PROJECTED_ATTRIBUTES: 'ALL_PROJECTED_ATTRIBUTES',
  COUNT: 'only the Count',
};

/**
 * DynamoDB API reference, "Query" and "Scan", Select: projections go with SPECIFIC_ATTRIBUTES alone.
 * @throws DynamoDbServiceError ValidationException
 */
function checkSelect({ Select, ProjectionExpression }: ValidatedRequest): void {
  const name = SELECT_NAMES[String(Select)];
  if (ProjectionExpression === undefined || name === undefined) return;
  const message = `Cannot specify the ProjectionExpression when choosing to get ${name}`;
  throw serviceError('ValidationException', message);
}

interface Page {
  readonly request: ValidatedRequest;
  readonly table: TableDefinition;
  readonly plan: RangePlan;
  readonly read: readonly AttributeMap[];
}

/** Reads until `Limit` or 1 MB; `isCut` then, even if nothing happens to follow, as DynamoDB does. */
async function readRange(
  { store }: DatabaseParts,
  request: ValidatedRequest,
  { range }: RangePlan,
): Promise<{ read: AttributeMap[]; isCut: boolean }> {
  const limit = typeof request.Limit === 'number' ? request.Limit : Infinity;
  const limited = limit === Infinity ? range : { ...range, limit };
  const read: AttributeMap[] = [];
  let sizeBytes = 0;
  for await (const value of store.values(limited)) {
    const item = value as AttributeMap;
    read.push(item);
    sizeBytes += itemSizeBytes(item);
    if (read.length >= limit || sizeBytes >= MAX_PAGE_BYTES) return { read, isCut: true };
  }
  return { read, isCut: false };
}

/** A local index that projects less than is asked for is completed from the table. */
async function wholeItems(
  { store }: DatabaseParts,
  { request, table, plan, read }: Page,
): Promise<AttributeMap[]> {
  const isPartial = plan.scoped !== undefined && plan.scoped.index.Projection.ProjectionType !== 'ALL';
  if (!isPartial || request.Select !== 'ALL_ATTRIBUTES') return [...read];
  const keys = read.map((item) => itemPrefix(table.TableName) + dynalite.createKey(item, table));
  const items = (await store.getMany(keys)) as (AttributeMap | undefined)[];
  return items.flatMap((item) => (item === undefined ? [] : [item]));
}

function passesFilter(request: ValidatedRequest, item: AttributeMap): boolean {
  if (isRecord(request._filter)) return evaluateCondition(request._filter.expression, item);
  const legacyFilter = request.QueryFilter ?? request.ScanFilter;
  return (
    legacyFilter === undefined || dynalite.matchesFilter(item, legacyFilter, request.ConditionalOperator)
  );
}

/** Where the next page starts: the primary key, and in an index the index key too. */
function pageKey(item: AttributeMap, table: TableDefinition, { scoped }: RangePlan): AttributeMap {
  const names = scoped === undefined ? [] : scoped.index.KeySchema.map((element) => element.AttributeName);
  const indexKey = Object.fromEntries(names.map((name) => [name, item[name] ?? {}]));
  return { ...keysOf(item, table), ...indexKey };
}

function usageOf(
  request: ValidatedRequest,
  { scoped }: RangePlan,
  read: readonly AttributeMap[],
): TableUsage {
  const units = readUnits(request, read);
  if (scoped === undefined) return { table: units, indexes: [] };
  return { table: 0, indexes: [{ scope: scoped.scope, indexName: scoped.index.IndexName, units }] };
}
