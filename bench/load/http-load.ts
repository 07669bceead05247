/** A process that loads one contender over HTTP and reports what it saw. */
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../harness/statistics.ts';
import { openClosedLoop } from './closed-loop-connection.ts';
import type { LoadJob, LoadResult } from './load-job.ts';
import type { RawResponse } from './response-reader.ts';
import { meterUsage } from './usage-meter.ts';

/** Twelve digits, as `NONCE` has. */
const FIRST_NONCE = 100_000_000_000;

const MAX_WARM_UP_MS = 120_000;
const WARM_UP_POLL_MS = 100;
const MAX_WINDOW_MS = 60_000;
const WINDOW_POLL_MS = 10;

async function run(job: LoadJob): Promise<LoadResult> {
  let latencies: number[] = [];
  let wrongAnswers = 0;
  let firstBody: Buffer | undefined;
  let nonce = FIRST_NONCE;
  const onAnswer = ({ status, body }: RawResponse, latencyMs: number) => {
    firstBody ??= Buffer.from(body);
    if (status !== 200 || !body.equals(firstBody)) wrongAnswers += 1;
    latencies.push(latencyMs);
  };
  const failed = withRejecter();
  const loops = Array.from({ length: job.connections }, () =>
    openClosedLoop({ ...job, nextNonce: () => (nonce += 1), onAnswer, onFailure: failed.reject }),
  );
  const { seconds: warmUpSeconds, requests: warmUpRequests } = job.warmUp;
  await Promise.race([sleep(warmUpSeconds * 1000), failed.promise]);
  const giveUpAt = performance.now() + MAX_WARM_UP_MS;
  while (latencies.length < warmUpRequests && performance.now() < giveUpAt) {
    await Promise.race([sleep(WARM_UP_POLL_MS), failed.promise]);
  }
  latencies = [];
  const closeWindow = meterUsage(job.pid);
  const openedAt = performance.now();
  await Promise.race([sleep(job.seconds * 1000), failed.promise]);
  // A rate wants an answer on each connection at least: for slow contenders the window stays open longer.
  while (latencies.length < job.connections && performance.now() < openedAt + MAX_WINDOW_MS) {
    await Promise.race([sleep(WINDOW_POLL_MS), failed.promise]);
  }
  const seconds = (performance.now() - openedAt) / 1000;
  const usage = closeWindow();
  if (latencies.length === 0) throw new Error(`no answer within ${MAX_WINDOW_MS / 1000} s`);
  const sorted = latencies.sort((a, b) => a - b);
  for (const loop of loops) loop.end();
  return {
    requests: sorted.length,
    seconds,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    wrongAnswers,
    usage,
  };
}

/** A promise that only ever fails. */
function withRejecter(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, rejectPromise) => (reject = rejectPromise));
  return { promise, reject };
}

const job = JSON.parse(await text(process.stdin)) as LoadJob;
console.log(JSON.stringify(await run(job)));
process.exit(0);
