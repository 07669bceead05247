/** Things that can be taken once, in memory; oldest first out, so that what nobody finishes does not fill the memory. */

export interface OneTimeStore<Value> {
  put(key: string, value: Value): void;
  /** @returns undefined for a key that is unknown, taken, or too old */
  take(key: string): Value | undefined;
}

/** @param max - how many are kept */
export function createOneTimeStore<Value>(max: number): OneTimeStore<Value> {
  const values = new Map<string, Value>();
  return {
    put(key, value) {
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > max && oldest !== undefined) values.delete(oldest);
    },
    take(key) {
      const value = values.get(key);
      values.delete(key);
      return value;
    },
  };
}
