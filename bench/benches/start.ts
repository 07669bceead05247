/** How long a developer waits: `npm start` of the reference application when nothing has changed since the last one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from '../harness/child-processes.ts';
import { freePort } from '../harness/free-port.ts';
import { noiseNotes } from '../harness/noise.ts';
import { machineCpuMs } from '../harness/proc.ts';
import { ROOT } from '../harness/tributary.ts';
import { untilReady } from '../harness/until-ready.ts';
import type { ReadyTimes } from '../harness/until-ready.ts';
import type { Bench } from './bench.ts';

const RUNS = 5;
const TARGET_SECONDS = 3;
/** How long the machine is watched before each start. */
const WATCH_MS = 1000;

export const start: Bench = {
  name: 'start',
  summary: `warm npm start until it is ready, ${RUNS} times`,
  packages: [],
  programs: [],
  run: async (_settings, progress) => {
    progress('first start, for everything to be built');
    await startOnce();
    const starts: ReadyTimes[] = [];
    const disturbances: { what: string; foreignCpus: number }[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      disturbances.push({ what: `before start ${run}`, foreignCpus: await watchMachine() });
      const measured = await startOnce();
      starts.push(measured);
      progress(
        `start ${run} of ${RUNS}: ${measured.seconds.toFixed(2)} s, ${measured.cpuSeconds.toFixed(2)} s of CPU`,
      );
    }
    const seconds = starts.map((each) => each.seconds);
    const row = { condition: 'npm start', contender: 'tributary' };
    return {
      bench: 'start',
      title: 'Warm start',
      measuredAt: new Date().toISOString(),
      setting: `${RUNS} times from "npm start" to its "ready" line, nothing changed since the start before; on all CPUs.`,
      series: [
        { ...row, metric: 'seconds', values: seconds },
        { ...row, metric: 'CPU seconds', values: starts.map((each) => each.cpuSeconds) },
      ],
      checks: [
        {
          what: 'npm start until ready',
          comparison: 'at most',
          target: TARGET_SECONDS,
          unit: 's',
          values: seconds,
        },
      ],
      notes: noiseNotes(disturbances),
    };
  },
};

/** @throws Error with the output when there is none */
async function startOnce(): Promise<ReadyTimes> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = startChild({
    program: 'npm',
    args: ['start', '--', '--port', String(port)],
    directory: ROOT,
  });
  try {
    return await untilReady(child, startedAt, 'npm start');
  } finally {
    await stopChild(child);
  }
}

/** CPUs that other processes keep busy while the bench does nothing. */
async function watchMachine(): Promise<number> {
  const before = machineCpuMs() ?? 0;
  await sleep(WATCH_MS);
  return ((machineCpuMs() ?? 0) - before) / WATCH_MS;
}
