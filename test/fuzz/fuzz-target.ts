/** A running engine, and how long it may take for one answer. */
export interface FuzzTarget {
  readonly url: string;
  readonly apiKey: string;
  readonly timeoutMs: number;
}
