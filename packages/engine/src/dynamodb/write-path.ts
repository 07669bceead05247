/**
 * The one way items change: lock the keys, read the items before, compute the items after, store items and index
 * entries in one batch, tell the listeners, unlock. So every write is atomic with its indexes, and writes to an item
 * happen one after the other; what meets an ongoing transaction is refused or waits.
 */
import { valuesEqual } from './compare-values.ts';
import type { AttributeMap, ItemChange } from './contract.ts';
import { type IndexChange, indexChanges, indexOperations } from './index-entries.ts';
import { itemPrefix, type ItemStore, type StoreOperation } from './item-store.ts';
import { createKeyedLocks } from './keyed-locks.ts';
import { serviceError } from './service-error.ts';
import type { StreamLog } from './streams/stream-log.ts';
import type { TableCatalog } from './table-catalog.ts';
import type { TableStatistics } from './table-statistics.ts';
import { keysOf } from './table-definition.ts';

/** An item by table and primary key text. */
export interface ItemAddress {
  readonly tableName: string;
  readonly key: string;
}

/** What a commit does, once it holds its items. */
export interface CommitPlan<T> {
  /** The items after, in the order of the addresses; undefined: no item. */
  readonly after: readonly (AttributeMap | undefined)[];
  readonly result: T;
  /** Stored in the same batch. */
  readonly extra?: readonly StoreOperation[];
}

type Plan<T> = (before: readonly (AttributeMap | undefined)[]) => Promise<CommitPlan<T>>;

export interface CommitOptions {
  /** `request` when absent. */
  readonly cause?: ItemChange['cause'];
  /**
   * What kind of write this is to transactions. A `single` one is refused when its item is in an ongoing transaction;
   * a `transaction` is ongoing for its items until it is done; anything else waits.
   */
  readonly isolation?: 'single' | 'transaction';
  /** False: streams do not tell of it. */
  readonly isStreamed?: boolean;
}

export const TRANSACTION_CONFLICT = 'Transaction is ongoing for the item';

export interface WritePath {
  /**
   * @param addresses - distinct items
   * @param plan - gets the items before, in order; when it throws nothing is written
   * @throws DynamoDbServiceError TransactionConflictException
   */
  commit<T>(addresses: readonly ItemAddress[], plan: Plan<T>, options?: CommitOptions): Promise<T>;
  /** True for each item that is in an ongoing transaction. */
  conflicts(addresses: readonly ItemAddress[]): readonly boolean[];
  /** Resolves when the commits that run now are done. */
  settled(): Promise<void>;
}

interface WritePathParts {
  readonly store: ItemStore;
  readonly catalog: TableCatalog;
  readonly streams: StreamLog;
  readonly statistics: Pick<TableStatistics, 'count'>;
  readonly onChange: (change: ItemChange) => void;
}

export function createWritePath({
  store,
  catalog,
  streams,
  statistics,
  onChange,
}: WritePathParts): WritePath {
  const locks = createKeyedLocks();
  const running = new Set<Promise<unknown>>();
  const inTransactions = new Set<string>();

  async function commit<T>(
    addresses: readonly ItemAddress[],
    plan: Plan<T>,
    { cause = 'request', isStreamed = true }: CommitOptions,
  ): Promise<T> {
    const storeKeys = addresses.map(storeKeyOf);
    const release = await locks.acquire(storeKeys);
    try {
      const before = (await store.getMany(storeKeys)) as (AttributeMap | undefined)[];
      const { after, result, extra = [] } = await plan(before);
      const operations: StoreOperation[] = [...extra];
      const changes: ItemChange[] = [];
      const indexesOf = new Map<ItemChange, readonly IndexChange[]>();
      addresses.forEach(({ tableName }, at) => {
        const [old, next, storeKey] = [before[at], after[at], storeKeys[at]];
        if (storeKey === undefined || isSameItem(old, next)) return;
        const table = catalog.get(tableName);
        operations.push(
          next === undefined ? { type: 'del', key: storeKey } : { type: 'put', key: storeKey, value: next },
        );
        const indexes = indexChanges(table, old, next);
        operations.push(...indexOperations(indexes));
        const keys = keysOf(next ?? old ?? {}, table);
        const change: ItemChange = { tableName, keys, before: old, after: next, cause };
        changes.push(change);
        indexesOf.set(change, indexes);
      });
      const records = streams.append(isStreamed ? changes : []);
      operations.push(...records.operations);
      try {
        if (operations.length > 0) await store.batch(operations);
        records.settle('stored');
      } catch (error) {
        records.settle('failed');
        throw error;
      }
      for (const [change, indexes] of indexesOf) {
        const table = catalog.find(change.tableName);
        if (table !== undefined) statistics.count(table, change, indexes);
      }
      changes.forEach(onChange);
      return result;
    } finally {
      release();
    }
  }

  async function isolate<T>(storeKeys: readonly string[], work: () => Promise<T>): Promise<T> {
    storeKeys.forEach((key) => inTransactions.add(key));
    try {
      return await work();
    } finally {
      storeKeys.forEach((key) => inTransactions.delete(key));
    }
  }

  const conflicts = (addresses: readonly ItemAddress[]): readonly boolean[] =>
    addresses.map((address) => inTransactions.has(storeKeyOf(address)));

  function start<T>(addresses: readonly ItemAddress[], plan: Plan<T>, options: CommitOptions): Promise<T> {
    const run = (): Promise<T> => commit(addresses, plan, options);
    if (options.isolation === 'transaction') return isolate(addresses.map(storeKeyOf), run);
    if (options.isolation === 'single' && conflicts(addresses).includes(true)) {
      return Promise.reject(serviceError('TransactionConflictException', TRANSACTION_CONFLICT));
    }
    return run();
  }

  return {
    conflicts,
    commit(addresses, plan, options = {}) {
      const work = start(addresses, plan, options);
      const done = work.catch(() => undefined).finally(() => running.delete(done));
      running.add(done);
      return work;
    },
    async settled() {
      await Promise.all(running);
    },
  };
}

function storeKeyOf({ tableName, key }: ItemAddress): string {
  return itemPrefix(tableName) + key;
}

function isSameItem(left: AttributeMap | undefined, right: AttributeMap | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left === right || valuesEqual({ M: left }, { M: right });
}
