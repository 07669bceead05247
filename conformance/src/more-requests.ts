/** Operations for which a compiled API asks subgraphs more often than a query planner does, by cause. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', 'more-requests.json');

export interface MoreRequests {
  /** On AppSync: cause, as docs/conformance.md names it -> `suite/operation`. */
  readonly functions: Readonly<Record<string, readonly string[]>>;
  /** Under `tributary serve`. */
  readonly serve: readonly string[];
}

export function readMoreRequests(): MoreRequests {
  return JSON.parse(readFileSync(FILE, 'utf8')) as MoreRequests;
}
