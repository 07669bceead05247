/** The classic benchmark of federation gateways: four subgraphs over HTTP, an answer of 87 KB. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readFixture, writeOwnFixture } from '../classic/fixture.ts';
import { writeSubgraphList } from '../classic/subgraph-list.ts';
import { writeSupergraph } from '../classic/supergraph.ts';
import { builtFile } from '../harness/build-programs.ts';
import { NONCE } from '../harness/contender.ts';
import type { Contender, HttpRequest } from '../harness/contender.ts';
import { freePort } from '../harness/free-port.ts';
import { API_KEY } from '../harness/tributary.ts';
import { runHttpRounds } from '../harness/http-rounds.ts';
import type { HttpMeasurement } from '../harness/http-rounds.ts';
import { httpNoiseNotes, toSeries } from '../harness/http-series.ts';
import { HTTP_LOAD } from '../harness/run-load.ts';
import { startContender } from '../harness/start-contender.ts';
import type { Bench, BenchSettings } from './bench.ts';
import { classicChecks } from './classic-checks.ts';
import { CLASSIC_PROGRAMS, classicContenders } from './classic-contenders.ts';
import type { Progress } from '../harness/progress.ts';

const WORK = join(import.meta.dirname, '..', 'dist', 'classic');
const CONNECTIONS = [1, 16, 50];

export const classic: Bench = {
  name: 'classic',
  summary: 'federation gateways over four HTTP subgraphs, identical and different requests',
  packages: ['graphql-js', 'hive-gateway', 'apollo-gateway', 'mercurius-gateway'],
  programs: [HTTP_LOAD, ...Object.values(CLASSIC_PROGRAMS)],
  run: async (settings, progress) => {
    const directory = settings.fixture === undefined ? join(WORK, 'fixture') : resolve(settings.fixture);
    await mkdir(WORK, { recursive: true });
    if (settings.fixture === undefined) await writeOwnFixture(directory);
    const ports = {
      accounts: await freePort(),
      products: await freePort(),
      reviews: await freePort(),
      inventory: await freePort(),
    };
    const supergraph = join(WORK, 'supergraph.graphql');
    await writeSupergraph(directory, ports, supergraph);
    const list = join(WORK, 'subgraphs.json');
    await writeSubgraphList(directory, ports, list);
    const subgraphs = await startContender(
      {
        name: 'subgraphs',
        command: () => ({
          args: [builtFile(CLASSIC_PROGRAMS.subgraphs), directory, ...Object.values(ports).map(String)],
        }),
        ready: { kind: 'line' },
      },
      'client',
    );
    try {
      const all = classicContenders({ fixture: directory, ports, subgraphs: list, supergraph });
      const parts = settings.contenders ?? [''];
      const contenders = all.filter(({ name }) => parts.some((part) => name.includes(part)));
      return await measure({ directory, contenders, settings }, progress);
    } finally {
      await subgraphs.stop();
    }
  },
};

interface Classic {
  readonly directory: string;
  readonly contenders: readonly Contender[];
  readonly settings: BenchSettings;
}

async function measure({ directory, contenders, settings }: Classic, progress: Progress) {
  const { operation, expected } = await readFixture(directory);
  const { rounds, seconds } = settings;
  const checkAnswer = (data: unknown) => {
    if (!isDeepStrictEqual(data, expected)) throw new Error('not the answer that is expected');
  };
  const runMode = (request: HttpRequest): Promise<HttpMeasurement[]> =>
    runHttpRounds({ contenders, request, checkAnswer, connections: CONNECTIONS, rounds, seconds }, progress);
  const identical = await runMode(toRequest({ query: operation }));
  const different = await runMode(toRequest({ query: operation, variables: { nonce: NONCE } }));
  return {
    bench: 'classic',
    title: 'Federation gateways on the classic benchmark',
    measuredAt: new Date().toISOString(),
    setting:
      `${rounds} rounds of ${seconds} s for each concurrency and mode, contenders started anew in each round and measured in turn, four windows each, all on one CPU; ` +
      'subgraphs (answers ready as bytes) and load on the other. "Different" requests carry an extra variable that ' +
      'nobody declares, so that none can be answered by another.',
    series: [...toSeries(identical, 'identical, '), ...toSeries(different, 'different, ')],
    checks: classicChecks(different),
    notes: httpNoiseNotes([...identical, ...different]),
  };
}

function toRequest(body: object): HttpRequest {
  // AppSync wants a key; the others do not mind.
  const headers = { 'content-type': 'application/json', 'x-api-key': API_KEY };
  return { path: '/graphql', headers, body: JSON.stringify(body) };
}
