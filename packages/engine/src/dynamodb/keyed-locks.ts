/** Mutual exclusion by key: a write holds its items' keys from reading them until its batch is stored. */
export interface KeyedLocks {
  /** Waits for all keys, in one global order so that two callers never wait for each other. */
  acquire(keys: readonly string[]): Promise<Release>;
}

type Release = () => void;

export function createKeyedLocks(): KeyedLocks {
  /** The last holder in line of each key; absent when the key is free. */
  const tails = new Map<string, Promise<void>>();

  async function acquireOne(key: string): Promise<Release> {
    const previous = tails.get(key);
    const { promise, resolve } = deferred();
    tails.set(key, promise);
    if (previous !== undefined) await previous;
    return () => {
      if (tails.get(key) === promise) tails.delete(key);
      resolve();
    };
  }

  return {
    async acquire(keys) {
      const releases: Release[] = [];
      for (const key of [...new Set(keys)].sort()) releases.push(await acquireOne(key));
      return () => releases.forEach((release) => release());
    },
  };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
