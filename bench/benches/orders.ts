/** The orders query of the reference application: Tributary against graphql-yoga over the same handlers. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtFile } from '../harness/build-programs.ts';
import type { Contender } from '../harness/contender.ts';
import { runHttpRounds } from '../harness/http-rounds.ts';
import type { HttpMeasurement } from '../harness/http-rounds.ts';
import { compareThroughput, httpNoiseNotes, toSeries } from '../harness/http-series.ts';
import { HTTP_LOAD } from '../harness/run-load.ts';
import { API_KEY, ROOT, synthesize, tributary } from '../harness/tributary.ts';
import type { Bench } from './bench.ts';

const YOGA_SERVER = 'contenders/yoga/server';
const CONNECTIONS = [1, 8, 16];
/** The query asks for twenty; the seed has more. */
const ORDERS = 20;
const TARGET_RATIO = 0.7;
/** Environments of five functions have to be optimized apart: with 200 requests the figures still fall by a fifth. */
const WARM_UP = { seconds: 4, requests: 2000 };

/** As on a developer's machine, and as in a container with one CPU, where threads of handlers only cost. */
const PLACEMENTS = [
  { cpu: 'any', prefix: 'all CPUs, ' },
  { cpu: 'contender', prefix: 'one CPU, ' },
] as const;

const yoga: Contender = {
  name: 'graphql-yoga',
  command: (port) => ({ args: [builtFile(YOGA_SERVER), String(port), ROOT] }),
  ready: { kind: 'line' },
};

export const orders: Bench = {
  name: 'orders',
  summary: 'the orders query of the reference application against graphql-yoga over the same handlers',
  packages: ['yoga'],
  programs: [HTTP_LOAD, YOGA_SERVER],
  run: async ({ rounds, seconds }, progress) => {
    progress('assembles the reference application');
    const engine = tributary(await synthesize('infra/bin/app.ts'));
    const query = await readFile(join(ROOT, 'docs', 'examples', 'orders.graphql'), 'utf8');
    const runs: { readonly prefix: string; readonly measured: readonly HttpMeasurement[] }[] = [];
    for (const { cpu, prefix } of PLACEMENTS) {
      progress(`${prefix}${rounds} rounds`);
      const measured = await runHttpRounds(
        {
          contenders: [engine, yoga],
          request: {
            path: '/graphql',
            headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
            body: JSON.stringify({ query }),
          },
          checkAnswer,
          connections: CONNECTIONS,
          rounds,
          seconds,
          cpu,
          warmUp: WARM_UP,
        },
        progress,
      );
      runs.push({ prefix, measured });
    }
    return {
      bench: 'orders',
      title: 'Orders query over five subgraphs',
      measuredAt: new Date().toISOString(),
      setting:
        `${rounds} rounds of ${seconds} s for each concurrency, contenders started anew in each round and measured in turn, four windows each, closed loop, ` +
        'keep-alive, once with all CPUs of the machine and once held to one. graphql-yoga runs in one process with the ' +
        'handlers and the same embedded DynamoDB, and batches by DataLoader; Tributary runs the cloud assembly, handlers ' +
        'in worker threads. Answers are checked to be equal.',
      series: runs.flatMap(({ measured, prefix }) => toSeries(measured, prefix)),
      checks: runs.flatMap(({ measured, prefix }) =>
        compareThroughput(measured, {
          of: engine.name,
          to: yoga.name,
          connections: CONNECTIONS,
          target: TARGET_RATIO,
          prefix,
        }),
      ),
      notes: httpNoiseNotes(runs.flatMap(({ measured }) => measured)),
    };
  },
};

/** @throws Error unless all fields of all orders have values */
function checkAnswer(data: unknown): void {
  const { orders } = data as { readonly orders?: { readonly items?: readonly unknown[] } };
  if (orders?.items?.length !== ORDERS) throw new Error(`expected ${ORDERS} orders`);
  if (JSON.stringify(data).includes('null')) throw new Error('a field of the orders is null');
}
