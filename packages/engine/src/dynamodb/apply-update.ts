/** UpdateItem on one item in memory, by dynalite's action over a store that holds just this item. */
import updateItem from 'dynalite/actions/updateItem.js';
import type { AttributeMap } from './contract.ts';
import { isRecord } from '../model/is-record.ts';
import { normalizeUpdate } from './normalize-update.ts';
import { toServiceError } from './service-error.ts';
import type { TableDefinition } from './table-definition.ts';
import { MAX_ITEM_BYTES, type ValidatedRequest } from './validate-request.ts';

interface Updated {
  readonly item: AttributeMap;
  /** `Attributes` and `ConsumedCapacity`, as the request asked. */
  readonly response: Record<string, unknown>;
}

type Callback = (error: unknown, value?: unknown) => void;

/**
 * @param request - a validated UpdateItem whose condition has been checked and taken out
 * @throws dynalite's error, e.g. for an operand of the wrong type
 */
export function applyUpdate(
  request: ValidatedRequest,
  table: TableDefinition,
  before: AttributeMap | undefined,
): Promise<Updated> {
  const key = isRecord(request.Key) ? request.Key : {};
  const data = { ...request, _updates: normalizeUpdate(request._updates, before ?? (key as AttributeMap)) };
  let item: AttributeMap = {};
  const noIndex = {
    put: (_key: string, _value: unknown, done: Callback) => done(null),
    del: (_key: string, done: Callback) => done(null),
  };
  const store = {
    options: { maxItemSize: MAX_ITEM_BYTES },
    getTable: (_name: string, done: Callback) => done(null, table),
    getIndexDb: () => noIndex,
    getItemDb: () => ({
      lock: (_key: string, locked: (release: (done: Callback) => Callback) => void) => locked((done) => done),
      get: (_key: string, done: Callback) => done(null, before),
      put: (_key: string, value: AttributeMap, done: Callback) => {
        item = value;
        done(null);
      },
    }),
  };
  return new Promise((resolve, reject) => {
    updateItem(store, data, (error, response) => {
      if (error) reject(toServiceError(error));
      else resolve({ item, response: withoutEmptyAttributes(response ?? {}) });
    });
  });
}

/** DynamoDB leaves `Attributes` out when there are none to return. */
function withoutEmptyAttributes({ Attributes, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return isRecord(Attributes) && Object.keys(Attributes).length > 0 ? { ...rest, Attributes } : rest;
}
