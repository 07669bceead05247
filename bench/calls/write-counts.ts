/** What was counted, as a table to read and as the data that the conformance tests hold the expected calls against. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RequestCounts } from '../../conformance/src/request-counts.ts';
import { REQUEST_COUNTS } from '../../conformance/src/request-counts.ts';
import type { CountedOperation } from './count-calls.ts';

const TABLE = join(import.meta.dirname, '..', 'dist', 'calls.md');

/** @returns the file */
export async function writeTable(
  operations: readonly CountedOperation[],
  planners: readonly string[],
): Promise<string> {
  const rows = operations.map(({ name, functions, http, planners: counts }) => [
    name,
    functions,
    http,
    ...planners.map((one) => counts.get(one) ?? '-'),
  ]);
  const lines = [
    ['operation', 'functions', 'HTTP', ...planners],
    Array(planners.length + 3).fill('---'),
    ...rows,
  ];
  await mkdir(dirname(TABLE), { recursive: true });
  await writeFile(TABLE, `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
  return TABLE;
}

/** @returns the file */
export async function writeCounts(
  operations: readonly CountedOperation[],
  measuredAt: string,
): Promise<string> {
  const counts: RequestCounts = {
    measuredAt,
    operations: Object.fromEntries(
      operations.map(({ name, http, planners }) => [
        name,
        { serve: http, planners: Object.fromEntries(planners) },
      ]),
    ),
  };
  await writeFile(REQUEST_COUNTS, `${JSON.stringify(counts, null, 2)}\n`);
  return REQUEST_COUNTS;
}
