/** Requests to subgraphs, as `npm run bench -- --only calls --write` counted them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const REQUEST_COUNTS = join(import.meta.dirname, '..', 'request-counts.json');

export interface RequestCounts {
  /** ISO 8601. */
  readonly measuredAt: string;
  /** By `suite/operation`. */
  readonly operations: Readonly<Record<string, OperationCounts>>;
}

export interface OperationCounts {
  /** Of `tributary serve`. */
  readonly serve: number;
  /** Planner -> its requests; only of those that gave the expected data. */
  readonly planners: Readonly<Record<string, number>>;
}

export function readRequestCounts(): RequestCounts {
  // Written by the bench.
  return JSON.parse(readFileSync(REQUEST_COUNTS, 'utf8')) as RequestCounts;
}

/** Calls of subgraphs: a NONE data source asks nobody. @param calls - by data source */
export function requestsOf({ none: _, ...calls }: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** The most that a planner needs; undefined where none gives the expected data. */
export function mostOf({ planners }: OperationCounts): number | undefined {
  const counts = Object.values(planners);
  return counts.length === 0 ? undefined : Math.max(...counts);
}
