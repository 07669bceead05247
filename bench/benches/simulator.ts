/** Resolvers over NONE and Lambda data sources: Tributary against the AppSync simulator of Amplify. */
import { join } from 'node:path';
import { builtFile } from '../harness/build-programs.ts';
import type { Contender } from '../harness/contender.ts';
import { runHttpRounds } from '../harness/http-rounds.ts';
import { compareThroughput, httpNoiseNotes, toSeries } from '../harness/http-series.ts';
import { HTTP_LOAD } from '../harness/run-load.ts';
import { API_KEY, ROOT, synthesize, tributary } from '../harness/tributary.ts';
import type { Bench } from './bench.ts';

const SIMULATOR_SERVER = 'contenders/amplify-simulator/server';
const CONNECTIONS = [1, 16];
const BOOKS = 50;
const TARGET_RATIO = 5;
const QUERY = `query Shelf($count: Int!) {
  shelf(name: "Novels") { name }
  books(count: $count) { id title label author { id name } }
}`;

const simulatorPeer: Contender = {
  name: 'amplify-appsync-simulator',
  command: (port) => ({
    args: [builtFile(SIMULATOR_SERVER), String(port), join(ROOT, 'bench', 'applications', 'shelf')],
  }),
  ready: { kind: 'line' },
};

export const simulator: Bench = {
  name: 'simulator',
  summary: 'resolvers over NONE and Lambda data sources against @aws-amplify/amplify-appsync-simulator',
  packages: ['amplify-simulator'],
  programs: [HTTP_LOAD, SIMULATOR_SERVER],
  run: async ({ rounds, seconds }, progress) => {
    progress('assembles bench/applications/shelf');
    const engine = tributary(await synthesize('bench/applications/shelf/app.ts'));
    const measurements = await runHttpRounds(
      {
        contenders: [engine, simulatorPeer],
        request: {
          path: '/graphql',
          headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
          body: JSON.stringify({ query: QUERY, variables: { count: BOOKS } }),
        },
        checkAnswer,
        connections: CONNECTIONS,
        rounds,
        seconds,
      },
      progress,
    );
    return {
      bench: 'simulator',
      title: 'Resolvers against the AppSync simulator of Amplify',
      measuredAt: new Date().toISOString(),
      setting:
        `${rounds} rounds of ${seconds} s for each concurrency. One request: a field on a NONE data source, ${BOOKS} items ` +
        'from a Lambda function, for each of them a field on a NONE data source and one by BatchInvoke. APPSYNC_JS here, ' +
        'VTL there; the simulator calls the functions in its own process, Tributary in worker threads.',
      series: toSeries(measurements),
      checks: compareThroughput(measurements, {
        of: engine.name,
        to: simulatorPeer.name,
        connections: CONNECTIONS,
        target: TARGET_RATIO,
      }),
      notes: httpNoiseNotes(measurements),
    };
  },
};

/** @throws Error unless all books have all fields */
function checkAnswer(data: unknown): void {
  const { books } = data as { readonly books?: readonly unknown[] };
  if (books?.length !== BOOKS) throw new Error(`expected ${BOOKS} books`);
  if (JSON.stringify(data).includes('null')) throw new Error('a field of the books is null');
}
