/** What the operations share: each is a function of a database's parts and the request. */
import type { ItemStore } from './item-store.ts';
import type { StreamLog } from './streams/stream-log.ts';
import type { TableCatalog } from './table-catalog.ts';
import type { TableStatistics } from './table-statistics.ts';
import type { WritePath } from './write-path.ts';

export interface DatabaseParts {
  readonly store: ItemStore;
  readonly catalog: TableCatalog;
  readonly writes: WritePath;
  readonly streams: StreamLog;
  readonly statistics: TableStatistics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly region: string;
  readonly accountId: string;
}

export type OperationInput = Readonly<Record<string, unknown>>;
export type OperationOutput = Record<string, unknown>;
export type Operation = (parts: DatabaseParts, input: OperationInput) => Promise<OperationOutput>;
