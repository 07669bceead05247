/** A process that holds thousands of subscribed WebSockets of one contender and reports what it saw. */
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../harness/ask.ts';
import { quantile } from '../harness/statistics.ts';
import { createEventGate } from './event-gate.ts';
import type { SocketJob, SocketResult } from './socket-job.ts';
import { openSubscriber } from './subscriber.ts';
import { meterUsage } from './usage-meter.ts';

/** Handshakes under way at the same time. */
const CONNECTING_AT_ONCE = 100;

async function run(job: SocketJob): Promise<SocketResult> {
  const gate = createEventGate(job.connections);
  const connectedFrom = performance.now();
  let opened = 0;
  const openSome = async () => {
    while (opened < job.connections) {
      opened += 1;
      await openSubscriber(job, gate.take, giveUp);
    }
  };
  await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, openSome));
  const connectSeconds = (performance.now() - connectedFrom) / 1000;
  const { work, pid } = job;
  const latencies: number[] = [];
  const broadcast = async () => {
    if (work.kind === 'idle') return;
    const sentAt = performance.now();
    const delivered = gate.open();
    await Promise.all([ask(job.port, work.mutation), delivered]);
    latencies.push(gate.deliveredAt() - sentAt);
  };
  for (let left = work.kind === 'idle' ? 0 : work.warmUpEvents; left > 0; left -= 1) await broadcast();
  latencies.length = 0;
  const closeWindow = meterUsage(pid);
  const openedAt = performance.now();
  const endsAt = openedAt + work.seconds * 1000;
  if (work.kind === 'idle') await sleep(work.seconds * 1000);
  else while (performance.now() < endsAt) await broadcast();
  const seconds = (performance.now() - openedAt) / 1000;
  const usage = closeWindow();
  const sorted = latencies.length === 0 ? [0] : [...latencies].sort((a, b) => a - b);
  return {
    connectSeconds,
    events: latencies.length,
    seconds,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    wrongFrames: gate.wrongFrames(),
    frame: gate.lastFrame(),
    usage,
  };
}

/** A lost connection would leave the bench waiting, or flatter the contender. */
function giveUp(error: Error): void {
  console.error(error.message);
  process.exit(1);
}

const job = JSON.parse(await text(process.stdin)) as SocketJob;
console.log(JSON.stringify(await run(job)));
process.exit(0);
