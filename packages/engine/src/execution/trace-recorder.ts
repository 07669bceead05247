/** Collects what happened to one request. Times come from the clock that is passed in, in milliseconds. */
import type { DataSourceCallTrace, GraphqlRequest, RequestTrace } from './contract.ts';

export interface CallDescription {
  readonly dataSource: string;
  readonly operation: string;
  readonly resolver: string;
  readonly path: string;
  readonly batchSize: number;
}

export interface TraceRecorder {
  readonly resolverCount: () => number;
  countResolver(): number;
  /** @returns to be called with the error's type when the call ends, undefined when it went well */
  startCall(call: CallDescription): (error: string | undefined) => void;
  finish(outcome: { readonly operationName: string | undefined; readonly errorCount: number }): RequestTrace;
}

export function createTraceRecorder(request: GraphqlRequest, now: () => number): TraceRecorder {
  const startedAtEpochMs = now();
  const calls: DataSourceCallTrace[] = [];
  const dataSourceCalls: Record<string, number> = {};
  let resolverCount = 0;
  return {
    resolverCount: () => resolverCount,
    countResolver: () => (resolverCount += 1),
    startCall(call) {
      const startOffsetMs = now() - startedAtEpochMs;
      dataSourceCalls[call.dataSource] = (dataSourceCalls[call.dataSource] ?? 0) + 1;
      return (error) => {
        calls.push({ ...call, startOffsetMs, durationMs: now() - startedAtEpochMs - startOffsetMs, error });
      };
    },
    finish: ({ operationName, errorCount }) => ({
      requestId: request.requestId,
      operationName,
      startedAtEpochMs,
      durationMs: now() - startedAtEpochMs,
      query: request.query,
      resolverCount,
      errorCount,
      dataSourceCalls,
      calls,
    }),
  };
}
