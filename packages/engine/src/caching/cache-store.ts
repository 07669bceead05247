/** Entries with a time to live, kept as text: what was stored can't change under its readers. */

export interface StoreLimits {
  readonly ttlSeconds: number;
  /** A value whose JSON has more UTF-16 units than this is not kept. */
  readonly maxChars: number;
}

export interface CacheStore {
  /** The stored value; undefined when there is none, or its time is over. */
  get(key: string): { readonly value: unknown } | undefined;
  set(key: string, value: unknown, limits: StoreLimits): void;
  /** @returns whether a live entry was removed */
  delete(key: string): boolean;
  clear(): void;
}

/** UTF-16 units of all entries. AppSync's smallest cache has 1.5 GiB; a laptop gets less (our choice). */
const MAX_STORED_CHARS = 64 * 1024 * 1024;

interface Entry {
  readonly text: string;
  readonly expiresAtEpochMs: number;
}

/** @param now milliseconds since the epoch */
export function createCacheStore(now: () => number): CacheStore {
  // A Map keeps the order of insertion: the first entry is the one that was not used for the longest time.
  const entries = new Map<string, Entry>();
  let storedChars = 0;

  const remove = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    entries.delete(key);
    storedChars -= key.length + entry.text.length;
    return entry;
  };
  const insert = (key: string, entry: Entry): void => {
    entries.set(key, entry);
    storedChars += key.length + entry.text.length;
    for (const oldest of entries.keys()) {
      if (storedChars <= MAX_STORED_CHARS) break;
      remove(oldest);
    }
  };
  const takeLive = (key: string): Entry | undefined => {
    const entry = remove(key);
    return entry !== undefined && entry.expiresAtEpochMs > now() ? entry : undefined;
  };

  return {
    get(key) {
      const entry = takeLive(key);
      if (entry === undefined) return undefined;
      insert(key, entry);
      return { value: JSON.parse(entry.text) as unknown };
    },
    set(key, value, { ttlSeconds, maxChars }) {
      remove(key);
      const text = JSON.stringify(value ?? null);
      if (text.length > maxChars) return;
      insert(key, { text, expiresAtEpochMs: now() + ttlSeconds * 1_000 });
    },
    delete: (key) => takeLive(key) !== undefined,
    clear() {
      entries.clear();
      storedChars = 0;
    },
  };
}
