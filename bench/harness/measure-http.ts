/** Runs one load process against one contender. */

import { json, text } from 'node:stream/consumers';
import type { LoadJob, LoadResult } from '../load/load-job.ts';
import { startChild } from './child-processes.ts';
import { builtFile } from './build-programs.ts';

/** @throws Error with what the load process printed when it fails, for example when the contender dies */
export async function measureHttp(job: LoadJob): Promise<LoadResult> {
  const child = startChild({ args: [builtFile('load/http-load')], cpu: 'client' });
  child.stdin.end(JSON.stringify(job));
  const [result, errors] = await Promise.all([json(child.stdout).catch(() => undefined), text(child.stderr)]);
  if (result === undefined) throw new Error(`The load process failed:\n${errors}`);
  // Written by load/http-load.ts of the same build.
  return result as LoadResult;
}
