/** Every suite once more, with its subgraphs as GraphQL servers over HTTP: the same answers. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolverKind } from '../../../packages/cli/src/serve/build-application.ts';
import { readSuite, suiteNames } from '../../src/suite.ts';
import { federatedSchema } from './federated-schema.ts';
import { serveSchema } from './serve-schema.ts';
import type { ServedSchema } from './serve-schema.ts';
import { startGateway } from './start-gateway.ts';
import type { Gateway, GatewayAnswer } from './start-gateway.ts';
import { suiteImplementation } from './suite-implementation.ts';

/** @param resolvers - what runs them */
export function describeSuites(resolvers: ResolverKind): void {
  describe.each(suiteNames())('%s', (name) => {
    const suite = readSuite(name);
    const servers: ServedSchema[] = [];
    let gateway: Gateway;

    beforeAll(async () => {
      const federated = await Promise.all(
        suite.subgraphs.map(async ({ name: subgraph, source: { sdl }, module }) => {
          const server = await serveSchema(federatedSchema(sdl, await suiteImplementation(module, resolvers)));
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

    it.each(suite.cases)('$name', async ({ query, variables, expectedFile }) => {
      const expected = JSON.parse(readFileSync(expectedFile, 'utf8')) as GatewayAnswer;
      const actual = await gateway.ask(query, { variables });
      expect({ data: actual.data, errors: whereAndWhat(actual) }).toEqual({
        data: expected.data,
        errors: whereAndWhat(expected),
      });
    });
  });
}

/** Errors by path: their order is not the same in every run, and their types are the servers' own. */
function whereAndWhat({ errors = [] }: GatewayAnswer): readonly string[] {
  return errors.map(({ path, message }) => `${JSON.stringify(path)}: ${message}`).sort();
}
