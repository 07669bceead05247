/** Every suite once more, with its subgraphs as GraphQL servers over HTTP: the same answers. */
import { readFileSync } from 'node:fs';
import { formatDiagnostic, planOperation } from '@tributary/compiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolverKind } from '../../../packages/cli/src/serve/build-application.ts';
import { activeLabels, asksForSingleFields, dependsOnType, isPlanned } from '../../src/planned-cases.ts';
import { readMoreRequests } from '../../src/more-requests.ts';
import { mostOf, readRequestCounts } from '../../src/request-counts.ts';
import { readSuite, suiteNames } from '../../src/suite.ts';
import type { SuiteCase } from '../../src/suite.ts';
import { federatedSchema } from './federated-schema.ts';
import { serveSchema } from './serve-schema.ts';
import type { ServedSchema } from './serve-schema.ts';
import { startGateway } from './start-gateway.ts';
import type { Gateway, GatewayAnswer } from './start-gateway.ts';
import { suiteImplementation } from './suite-implementation.ts';

const PLANNED_REQUESTS = readRequestCounts().operations;
const KNOWN_TO_TAKE_MORE = readMoreRequests().serve;

/** @param resolvers - what runs them */
export function describeSuites(resolvers: ResolverKind): void {
  describe.each(suiteNames())('%s', (name) => {
    const suite = readSuite(name);
    const servers: ServedSchema[] = [];
    let gateway: Gateway;
    /** Of each case: it is sent once, and both tests look at the answer. */
    const answers = new Map<SuiteCase, ReturnType<typeof send>>();
    const answerTo = (one: SuiteCase) => {
      const answer = answers.get(one) ?? send(one);
      answers.set(one, answer);
      return answer;
    };
    const send = async ({ query, variables }: SuiteCase) => {
      for (const { received } of servers) received.length = 0;
      const counted = await gateway.askAndCount(query, { variables });
      return { ...counted, requests: servers.reduce((sum, { received }) => sum + received.length, 0) };
    };

    beforeAll(async () => {
      const federated = await Promise.all(
        suite.subgraphs.map(async ({ name: subgraph, source: { sdl }, module }) => {
          const server = await serveSchema(
            federatedSchema(sdl, await suiteImplementation(module, resolvers)),
          );
          servers.push(server);
          return { name: subgraph, sdl, settings: { url: server.url } };
        }),
      );
      gateway = await startGateway(federated, {
        ...suite.options,
        environment: suite.environment,
        resolvers,
      });
    });

    afterAll(async () => {
      await gateway.stop();
      await Promise.all(servers.map((server) => server.stop()));
    });

    it.each(suite.cases)('$name', async (one) => {
      const expected = JSON.parse(readFileSync(one.expectedFile, 'utf8')) as GatewayAnswer;
      const { answer: actual } = await answerTo(one);
      expect({ data: actual.data, errors: whereAndWhat(actual) }).toEqual({
        data: expected.data,
        errors: whereAndWhat(expected),
      });
    });

    it.each(suite.cases.filter(isPlanned))(
      '$name: the plan counts the calls that the resolvers make',
      async (one) => {
        const { calls: counted, requests } = await answerTo(one);
        const { none: _, ...calls } = counted;
        const { query, variables } = one;
        const labels = activeLabels(gateway.compilation, suite);
        const plan = planOperation(gateway.compilation, query, { variables, labels, isServed: true });
        if (!plan.ok) throw new Error(plan.error.map((fault) => formatDiagnostic(fault)).join('\n'));
        const { resolvers: planned, totals } = plan.value;
        // Emitted modules do not know of other root fields: they may ask another of several subgraphs that answer alike.
        const isBySource = resolvers === 'native' || planned.length === 1;
        const [told, made] = isBySource
          ? [totals.callsByDataSource, calls]
          : [{ all: totals.calls }, { all: sumOf(calls) }];
        if (!dependsOnType(planned) && !asksForSingleFields(planned)) expect(told).toEqual(made);
        for (const [source, count] of Object.entries(made))
          expect(told[source]).toBeGreaterThanOrEqual(count);
        expect(requests).toBeLessThanOrEqual(totals.calls);
      },
    );

    it.each(suite.cases.filter((one) => resolvers === 'native' && mostOfPlanners(name, one) !== undefined))(
      '$name: no more requests than a query planner makes',
      async (one) => {
        const { requests } = await answerTo(one);
        expect(requests).toBeLessThanOrEqual(mostOfPlanners(name, one) ?? 0);
      },
    );
  });
}

function sumOf(calls: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** Errors by path: their order is not the same in every run, and their types are the servers' own. */
function whereAndWhat({ errors = [] }: GatewayAnswer): readonly string[] {
  return errors.map(({ path, message }) => `${JSON.stringify(path)}: ${message}`).sort();
}

function mostOfPlanners(suite: string, { name }: SuiteCase): number | undefined {
  const operation = `${suite}/${name}`;
  const counts = KNOWN_TO_TAKE_MORE.includes(operation) ? undefined : PLANNED_REQUESTS[operation];
  return counts === undefined ? undefined : mostOf(counts);
}
