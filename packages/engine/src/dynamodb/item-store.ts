/**
 * The ordered key-value store below the tables: LevelDB in a folder, or memory. Key layout:
 * `table~NAME`, `item-NAME~KEY`, `index-global~NAME~INDEX~KEY`, `ttl~NAME`, `tag-NAME~TAG`, `token~TOKEN`.
 * A batch is atomic and, with a folder, handed to the operating system before it is answered: it survives kill -9.
 */
import dynalite from 'dynalite/db/index.js';
import type { IndexScope } from './table-definition.ts';

export type StoreOperation =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

type EncodedOperation =
  | { readonly type: 'put'; readonly key: string; readonly value: Buffer; readonly valueEncoding: 'buffer' }
  | { readonly type: 'del'; readonly key: string };

export interface KeyRange {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  /** Values at most; no more of them are read and parsed than that. */
  readonly limit?: number;
}

export interface ItemStore {
  /** One consistent snapshot of several keys; undefined for a missing one. */
  getMany(keys: readonly string[]): Promise<unknown[]>;
  batch(operations: readonly StoreOperation[]): Promise<void>;
  /** Values in key order, read in blocks; the iterator is closed when the loop ends. */
  values(range: KeyRange): AsyncGenerator<unknown, void>;
  /** Key and value of everything that begins with `prefix`; keys come without it. */
  entries(prefix: string): AsyncGenerator<readonly [string, unknown], void>;
  clear(prefix: string): Promise<void>;
  close(): Promise<void>;
}

/** Above every character that follows a prefix in our keys. */
const LAST = '\uffff';
/** Values per read; large enough to hide the call, small enough for `Limit: 1`. */
const BLOCK_SIZE = 64;

export const itemPrefix = (tableName: string): string => `item-${tableName}~`;
export const indexPrefix = (scope: IndexScope, tableName: string, indexName: string): string =>
  `index-${scope}~${tableName}~${indexName}~`;

/** @throws Error that names the folder when another process has it open */
export async function openItemStore(directory: string | undefined): Promise<ItemStore> {
  const { db } = dynalite.create(directory === undefined ? {} : { path: directory });
  try {
    await db.open();
  } catch (error) {
    throw new Error(`The data folder ${directory ?? ''} can't be opened; is another process using it?`, {
      cause: error,
    });
  }

  async function* blocks<T>(iterator: { nextv(size: number): Promise<T[]>; close(): Promise<void> }) {
    try {
      for (;;) {
        const block = await iterator.nextv(BLOCK_SIZE);
        if (block.length === 0) return;
        yield* block;
      }
    } finally {
      await iterator.close();
    }
  }

  return {
    getMany: (keys) => db.getMany([...keys]),
    batch: (operations) => db.batch(encode(operations)),
    values: (range) => blocks(db.values(range)),
    async *entries(prefix) {
      for await (const [key, value] of blocks(db.iterator({ gte: prefix, lt: prefix + LAST }))) {
        yield [key.slice(prefix.length), value] as const;
      }
    },
    clear: (prefix) => db.clear({ gte: prefix, lt: prefix + LAST }),
    close: () => db.close(),
  };
}

/** The JSON text that the store would make of each value, made once for an item and its entries in indexes. */
function encode(operations: readonly StoreOperation[]): EncodedOperation[] {
  const encoded = new Map<unknown, Buffer>();
  return operations.map((operation) => {
    if (operation.type === 'del') return operation;
    const { type, key, value } = operation;
    const known = encoded.get(value);
    const bytes = known ?? Buffer.from(JSON.stringify(value));
    if (known === undefined) encoded.set(value, bytes);
    return { type, key, value: bytes, valueEncoding: 'buffer' };
  });
}
