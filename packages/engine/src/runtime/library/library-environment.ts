import type { CurrentCall } from './call-record.ts';

/** What the library takes from outside: the call in progress, the clock and randomness. */
export interface LibraryEnvironment {
  readonly currentCall: CurrentCall;
  readonly nowEpochMs: () => number;
  /** 0 inclusive to 1 exclusive, as `Math.random`. */
  readonly random: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
}
