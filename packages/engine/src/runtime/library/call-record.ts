import type { ExtensionCall, LogLine, ResolverContext, ResolverError } from '../contract.ts';

/** What one handler call leaves behind besides its value. */
export interface CallRecord {
  readonly context: ResolverContext;
  readonly appendedErrors: ResolverError[];
  readonly logs: LogLine[];
  readonly responseHeaders: Record<string, string>;
  readonly extensions: ExtensionCall[];
}

/** Gives the library the record of the call in progress; there is one at a time, handlers being synchronous. */
export type CurrentCall = () => CallRecord;

export function createCallRecord(context: ResolverContext): CallRecord {
  return { context, appendedErrors: [], logs: [], responseHeaders: {}, extensions: [] };
}
