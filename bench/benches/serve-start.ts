/** How long `tributary serve` takes to be ready: ten generated subgraphs that are asked for their schemas. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AMOUNT, TYPES_PER_SUBGRAPH } from '../large-graph/subgraph-schemas.ts';
import { builtFile } from '../harness/build-programs.ts';
import { startChild, stopChild } from '../harness/child-processes.ts';
import { freePort } from '../harness/free-port.ts';
import { startContender } from '../harness/start-contender.ts';
import { API_KEY, ROOT } from '../harness/tributary.ts';
import { untilReady } from '../harness/until-ready.ts';
import type { ReadyTimes } from '../harness/until-ready.ts';
import type { Bench } from './bench.ts';

const SUBGRAPHS = 10;
const RUNS = 5;
const TARGET_SECONDS = 2;
const SUBGRAPHS_PROGRAM = 'contenders/graphql-js/large-graph';
const WORK = join(import.meta.dirname, '..', 'dist');

/** Asks three subgraphs; one of them requires what another has. */
const OPERATION = '{ s0E0(id: "5") { id amount s9Total next { s0Note s0Total } } }';
const EXPECTED = {
  s0E0: { id: '5', amount: AMOUNT, s9Total: AMOUNT + 1, next: { s0Note: 'text', s0Total: AMOUNT + 1 } },
};

export const serveStart: Bench = {
  name: 'serve-start',
  summary: `tributary serve with ${SUBGRAPHS} subgraphs of ${TYPES_PER_SUBGRAPH} types until it is ready, ${RUNS} times`,
  packages: ['graphql-js'],
  programs: [SUBGRAPHS_PROGRAM],
  run: async (_settings, progress) => {
    const ports: number[] = [];
    while (ports.length < SUBGRAPHS) ports.push(await freePort());
    const subgraphs = await startContender(
      {
        name: 'subgraphs',
        command: () => ({ args: [builtFile(SUBGRAPHS_PROGRAM), ...ports.map(String)] }),
        ready: { kind: 'line' },
      },
      'any',
    );
    const starts: Start[] = [];
    try {
      const list = await writeList(ports);
      await startOnce(list);
      for (let run = 1; run <= RUNS; run += 1) {
        const start = await startOnce(list);
        starts.push(start);
        progress(
          `start ${run} of ${RUNS}: ${start.seconds.toFixed(2)} s, ${start.cpuSeconds.toFixed(2)} s of CPU`,
        );
      }
    } finally {
      await subgraphs.stop();
    }
    const row = { condition: `${SUBGRAPHS} subgraphs`, contender: 'tributary serve' };
    const seconds = starts.map((each) => each.seconds);
    return {
      bench: 'serve-start',
      title: 'Start of tributary serve',
      measuredAt: new Date().toISOString(),
      setting:
        `${RUNS} times, after one that is not counted, from the start of the process to its "ready" line; the subgraphs ` +
        'run in another process and are asked for their schemas; on all CPUs. The first answer is checked.',
      series: [
        { ...row, metric: 'seconds', values: seconds },
        { ...row, metric: 'CPU seconds', values: starts.map((each) => each.cpuSeconds) },
        { ...row, metric: 'first answer, ms', values: starts.map((each) => each.firstAnswerMs) },
      ],
      checks: [
        {
          what: `tributary serve with ${SUBGRAPHS} subgraphs until ready`,
          comparison: 'at most',
          target: TARGET_SECONDS,
          unit: 's',
          values: seconds,
        },
      ],
      notes: [],
    };
  },
};

/** @returns its path */
async function writeList(ports: readonly number[]): Promise<string> {
  const list = join(WORK, 'serve-start-subgraphs.json');
  await mkdir(WORK, { recursive: true });
  const subgraphs = ports.map((port, at) => ({ name: `s${at}`, url: `http://127.0.0.1:${port}/graphql` }));
  await writeFile(list, JSON.stringify(subgraphs));
  return list;
}

interface Start extends ReadyTimes {
  /** Of the first request after that. */
  readonly firstAnswerMs: number;
}

/** @throws Error with the output when it does not start or answers wrongly */
async function startOnce(list: string): Promise<Start> {
  const port = await freePort();
  const command = join(ROOT, 'packages', 'cli', 'bin', 'tributary.js');
  const startedAt = performance.now();
  const child = startChild({
    args: [command, 'serve', '--subgraphs', list, '--port', String(port)],
    environment: { NODE_ENV: 'production' },
  });
  try {
    return { ...(await untilReady(child, startedAt, 'serve')), firstAnswerMs: await askOnce(port) };
  } finally {
    await stopChild(child);
  }
}

/** @returns milliseconds until the answer was there */
async function askOnce(port: number): Promise<number> {
  const askedAt = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
    body: JSON.stringify({ query: OPERATION }),
  });
  const answer: unknown = await response.json();
  const answeredMs = performance.now() - askedAt;
  if (isDeepStrictEqual(answer, { data: EXPECTED })) return answeredMs;
  throw new Error(`serve answered wrongly: ${JSON.stringify(answer)}`);
}
