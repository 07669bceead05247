/**
 * The one way items change: lock the keys, read the items before, compute the items after, store items and index
 * entries in one batch, tell the listeners, unlock. So every write is atomic with its indexes, and writes to an item
 * happen one after the other.
 */
import { valuesEqual } from './compare-values.ts';
import type { AttributeMap, ItemChange } from './contract.ts';
import { indexOperations } from './index-entries.ts';
import { itemPrefix, type ItemStore, type StoreOperation } from './item-store.ts';
import { createKeyedLocks } from './keyed-locks.ts';
import type { TableCatalog } from './table-catalog.ts';
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

export interface WritePath {
  /**
   * @param addresses - distinct items
   * @param plan - gets the items before, in order; when it throws nothing is written
   */
  commit<T>(
    addresses: readonly ItemAddress[],
    plan: (before: readonly (AttributeMap | undefined)[]) => Promise<CommitPlan<T>>,
    cause?: ItemChange['cause'],
  ): Promise<T>;
  /** Resolves when the commits that run now are done. */
  settled(): Promise<void>;
}

interface WritePathParts {
  readonly store: ItemStore;
  readonly catalog: TableCatalog;
  readonly onChange: (change: ItemChange) => void;
}

export function createWritePath({ store, catalog, onChange }: WritePathParts): WritePath {
  const locks = createKeyedLocks();
  const running = new Set<Promise<unknown>>();

  async function commit<T>(
    addresses: readonly ItemAddress[],
    plan: (before: readonly (AttributeMap | undefined)[]) => Promise<CommitPlan<T>>,
    cause: ItemChange['cause'],
  ): Promise<T> {
    const storeKeys = addresses.map(({ tableName, key }) => itemPrefix(tableName) + key);
    const release = await locks.acquire(storeKeys);
    try {
      const before = (await store.getMany(storeKeys)) as (AttributeMap | undefined)[];
      const { after, result, extra = [] } = await plan(before);
      const operations: StoreOperation[] = [...extra];
      const changes: ItemChange[] = [];
      addresses.forEach(({ tableName }, at) => {
        const [old, next, storeKey] = [before[at], after[at], storeKeys[at]];
        if (storeKey === undefined || isSameItem(old, next)) return;
        const table = catalog.get(tableName);
        operations.push(
          next === undefined ? { type: 'del', key: storeKey } : { type: 'put', key: storeKey, value: next },
        );
        operations.push(...indexOperations(table, old, next));
        changes.push({ tableName, keys: keysOf(next ?? old ?? {}, table), before: old, after: next, cause });
      });
      if (operations.length > 0) await store.batch(operations);
      changes.forEach(onChange);
      return result;
    } finally {
      release();
    }
  }

  return {
    commit(addresses, plan, cause = 'request') {
      const work = commit(addresses, plan, cause);
      const done = work.catch(() => undefined).finally(() => running.delete(done));
      running.add(done);
      return work;
    },
    async settled() {
      await Promise.all(running);
    },
  };
}

function isSameItem(left: AttributeMap | undefined, right: AttributeMap | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left === right || valuesEqual({ M: left }, { M: right });
}
