/** What one request carries from its arrival to its answer. */
import type { ApiCache } from '../caching/index.ts';
import type { DataSourceAnswer } from '../data-sources/index.ts';
import type { ExtensionCall, LogLine } from '../runtime/contract.ts';
import type { GraphqlErrorEntry, GraphqlRequest } from './contract.ts';
import type { Deadline } from './deadline.ts';
import type { BatchScheduler } from './resolvers/batch-scheduler.ts';
import type { TraceRecorder } from './trace-recorder.ts';
import type { WorkQueue } from './work-queue.ts';

export interface RequestScope {
  readonly request: GraphqlRequest;
  /** Operation variables after coercion: `ctx.info.variables`. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** `ctx.env` */
  readonly environment: Readonly<Record<string, string>>;
  readonly options: FidelityOptions;
  /** Set for queries only: nothing else is read from the cache or written to it. */
  readonly cache: ApiCache | undefined;
  readonly scheduler: BatchScheduler<DataSourceAnswer>;
  readonly queue: WorkQueue;
  readonly trace: TraceRecorder;
  readonly deadline: Deadline;
  readonly errors: GraphqlErrorEntry[];
  readonly responseHeaders: Record<string, string>;
  readonly extensionCalls: ExtensionCall[];
  readonly log: (event: ResolverLogEvent) => void;
}

/** Where the service's behavior is reported to differ from the specification or may have changed. */
export interface FidelityOptions {
  /** Hand defaults that the schema declares for arguments to resolvers. AppSync does not. */
  readonly deliverArgumentDefaults: boolean;
  /** What `runtime.earlyReturn()` without a value does in a unit resolver. */
  readonly emptyEarlyReturn: 'fails' | 'null';
  /** Show resolvers the selection of named fragments, which AppSync's `info` hides. */
  readonly inlinesFragments: boolean;
}

export const APPSYNC_BEHAVIOR: FidelityOptions = {
  deliverArgumentDefaults: false,
  emptyEarlyReturn: 'fails',
  inlinesFragments: false,
};

export interface ResolverLogEvent extends LogLine {
  readonly resolver: string;
}
