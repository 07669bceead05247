/**
 * Query and Scan up to the read itself: dynalite's action checks the request against the table and computes the range
 * of keys; we stop it there, because its own reading leaks iterators and can end the process on a faulty filter.
 */
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import { EventEmitter } from 'node:events';
import type { AttributeMap } from './contract.ts';
import { indexKeyOf } from './index-entries.ts';
import { isRecord } from '../model/is-record.ts';
import { indexPrefix, itemPrefix, type KeyRange } from './item-store.ts';
import { toServiceError } from './service-error.ts';
import { indexesOf, type ScopedIndex, type TableDefinition } from './table-definition.ts';
import type { ValidatedRequest } from './validate-request.ts';

export interface RangePlan {
  readonly range: KeyRange;
  /** undefined: the table itself. */
  readonly scoped: ScopedIndex | undefined;
}

type Callback = (error: unknown, value?: unknown) => void;

const actions = { Query: query, Scan: scan } as const;

/** @throws dynalite's error when the request does not fit the table */
export function planRange(
  operation: 'Query' | 'Scan',
  request: ValidatedRequest,
  table: TableDefinition,
): RangePlan {
  let planned: Record<string, unknown> | undefined;
  let fault: unknown;
  const capture = {
    createValueStream: (range: Record<string, unknown>) => {
      planned = range;
      return new EventEmitter();
    },
  };
  const store = {
    getTable: (_name: string, done: Callback) => done(null, table),
    getItemDb: () => capture,
    getIndexDb: () => capture,
  };
  actions[operation](store, request, (error) => (fault = error));
  if (fault) throw toServiceError(fault);
  const scoped = indexesOf(table).find(({ index }) => index.IndexName === request.IndexName);
  const prefix =
    scoped === undefined
      ? itemPrefix(table.TableName)
      : indexPrefix(scoped.scope, table.TableName, scoped.index.IndexName);
  return { scoped, range: withPrefix(prefix, exactStart(planned ?? {}, { request, table, scoped })) };
}

interface StartContext {
  readonly request: ValidatedRequest;
  readonly table: TableDefinition;
  readonly scoped: ScopedIndex | undefined;
}

/** An index page starts after the exact entry of `ExclusiveStartKey`: our index keys are longer than dynalite's. */
function exactStart(
  range: Record<string, unknown>,
  { request, table, scoped }: StartContext,
): Record<string, unknown> {
  const startKey = request.ExclusiveStartKey;
  if (scoped === undefined || !isRecord(startKey)) return range;
  const start = indexKeyOf(startKey as AttributeMap, table, scoped.index);
  return range.reverse === true ? { ...range, lt: start } : { ...range, gt: start };
}

function withPrefix(prefix: string, range: Record<string, unknown>): KeyRange {
  const bound = (name: string): Record<string, string> => {
    const value = range[name];
    return typeof value === 'string' ? { [name]: prefix + value } : {};
  };
  const lower = { ...bound('gt'), ...bound('gte') };
  const upper = { ...bound('lt'), ...bound('lte') };
  return {
    ...(Object.keys(lower).length > 0 ? lower : { gte: prefix }),
    // '~' follows every character of our keys (hexadecimal digits and '/').
    ...(Object.keys(upper).length > 0 ? upper : { lt: `${prefix}~` }),
    reverse: range.reverse === true,
  };
}
