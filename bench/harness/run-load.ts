/** Runs a load process: a job in on stdin, a result out on stdout. */
import { json, text } from 'node:stream/consumers';
import type { LoadJob, LoadResult } from '../load/load-job.ts';
import type { SocketJob, SocketResult } from '../load/socket-job.ts';
import { builtFile } from './build-programs.ts';
import { startChild } from './child-processes.ts';

export const HTTP_LOAD = 'load/http-load';
export const SOCKET_LOAD = 'load/socket-load';

/** @throws Error with what the load process printed when it fails, for example when the contender dies */
export async function measureHttp(job: LoadJob): Promise<LoadResult> {
  return (await run(HTTP_LOAD, job)) as LoadResult;
}

/** @throws Error as `measureHttp`, and when a subscriber loses its connection */
export async function measureSockets(job: SocketJob): Promise<SocketResult> {
  return (await run(SOCKET_LOAD, job)) as SocketResult;
}

/** @returns what the program of the same build wrote */
async function run(program: string, job: object): Promise<unknown> {
  const child = startChild({ args: [builtFile(program)], cpu: 'client' });
  child.stdin.end(JSON.stringify(job));
  const [result, errors]: [unknown, string] = await Promise.all([
    json(child.stdout).catch(() => undefined),
    text(child.stderr),
  ]);
  if (result === undefined) throw new Error(`The load process failed: ${errors}`);
  return result;
}
