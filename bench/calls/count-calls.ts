/** Counts the requests that every operation of a conformance suite takes, with Tributary and with query planners. */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { compile } from '@tributary/compiler';
import { startGateway } from '../../conformance/http-subgraphs/src/start-gateway.ts';
import { requestsOf } from '../../conformance/src/request-counts.ts';
import type { Suite, SuiteCase } from '../../conformance/src/suite.ts';
import type { RunningContender } from '../harness/start-contender.ts';
import type { AskedOperation } from './asked-operation.ts';
import { startSuiteServers } from './start-suite-servers.ts';
import type { SuiteServers } from './start-suite-servers.ts';

export interface CountedOperation {
  /** `suite/operation` */
  readonly name: string;
  /** Calls of functions, as the suite expects them. */
  readonly functions: number;
  readonly http: number;
  /** Planner -> its requests; only of those that gave the expected data. */
  readonly planners: ReadonlyMap<string, number>;
}

/** @throws Error when `serve` does not give the expected data */
export async function countCalls(
  suite: Suite,
  planners: readonly RunningContender[],
): Promise<readonly CountedOperation[]> {
  const http = await countOfServe(suite);
  const counts = await Promise.all(
    planners.map(async (planner) => [planner.name, await countOfPlanner(suite, planner)] as const),
  );
  return suite.cases.map((one) => ({
    name: `${suite.name}/${one.name}`,
    functions: requestsOf(expectedOf(one).calls),
    http: http.get(one.name) ?? 0,
    planners: new Map(
      counts.flatMap(([name, byCase]) => {
        const count = byCase.get(one.name);
        return count === undefined ? [] : [[name, count]];
      }),
    ),
  }));
}

interface Expected {
  readonly data: unknown;
  /** By data source. */
  readonly calls: Readonly<Record<string, number>>;
}

function expectedOf({ expectedFile }: SuiteCase): Expected {
  return JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected;
}

async function countOfServe(suite: Suite): Promise<ReadonlyMap<string, number>> {
  const servers = await startSuiteServers(suite, 'serve');
  const gateway = await startGateway(
    suite.subgraphs.map(({ name, source: { sdl } }) => ({
      name,
      sdl,
      settings: { url: servers.urls.get(name) ?? '' },
    })),
    { ...suite.options, environment: suite.environment },
  );
  try {
    return await countAll(suite, servers, async ({ name, query, variables, expectedFile }) => {
      const { data } = await gateway.ask(query, { variables });
      const isExpected = isDeepStrictEqual(data, expectedOf({ name, query, variables, expectedFile }).data);
      if (!isExpected) throw new Error(`serve does not give the expected data for ${suite.name}/${name}`);
      return isExpected;
    });
  } finally {
    await gateway.stop();
    await servers.stop();
  }
}

async function countOfPlanner(
  suite: Suite,
  { name: planner, port }: RunningContender,
): Promise<ReadonlyMap<string, number>> {
  const servers = await startSuiteServers(suite, planner);
  try {
    const supergraph = supergraphOf(suite, servers);
    return await countAll(suite, servers, async (one) => {
      const asked: AskedOperation = { supergraph, query: one.query, variables: one.variables };
      const body = JSON.stringify(asked);
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
      const { data } = (await response.json()) as { readonly data?: unknown };
      return isDeepStrictEqual(data, expectedOf(one).data);
    });
  } finally {
    await servers.stop();
  }
}

/** By name of the case; only of those with the expected data. */
async function countAll(
  { cases }: Suite,
  servers: SuiteServers,
  ask: (one: SuiteCase) => Promise<boolean>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const one of cases) {
    servers.takeCount();
    if (await ask(one)) counts.set(one.name, servers.takeCount());
  }
  return counts;
}

/** With the addresses that composition leaves empty. */
function supergraphOf({ name, subgraphs, options }: Suite, { urls }: SuiteServers): string {
  const compiled = compile(
    subgraphs.map(({ source }) => source),
    options,
  );
  if (!compiled.ok) throw new Error(`the suite ${name} does not compile`);
  return compiled.compilation.api.supergraphSdl.replaceAll(
    /(@join__graph\(name: "([^"]*)", url: ")/g,
    (text, _start, subgraph: string) => text + (urls.get(subgraph) ?? ''),
  );
}
