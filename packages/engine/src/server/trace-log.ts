/** The latest requests, for the console and for tests that count data-source calls. */
import type { RequestTrace } from '../execution/contract.ts';

export interface TraceLog {
  add(trace: RequestTrace): void;
  /** Newest first. */
  latest(): readonly RequestTrace[];
  find(requestId: string): RequestTrace | undefined;
}

/** @param capacity - the oldest are forgotten beyond it */
export function createTraceLog(capacity: number): TraceLog {
  const traces = new Map<string, RequestTrace>();
  return {
    add(trace) {
      traces.set(trace.requestId, trace);
      const [oldest] = traces.keys();
      if (traces.size > capacity && oldest !== undefined) traces.delete(oldest);
    },
    latest: () => [...traces.values()].reverse(),
    find: (requestId) => traces.get(requestId),
  };
}
