/** Every suite once more, with its subgraphs as GraphQL servers over HTTP: the same answers. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSuite, suiteNames } from '../src/suite.ts';
import { federatedSchema } from './src/federated-schema.ts';
import { serveSchema } from './src/serve-schema.ts';
import type { ServedSchema } from './src/serve-schema.ts';
import { startGateway } from './src/start-gateway.ts';
import type { Gateway, GatewayAnswer } from './src/start-gateway.ts';
import { suiteImplementation } from './src/suite-implementation.ts';

describe.each(suiteNames())('%s', (name) => {
  const suite = readSuite(name);
  const servers: ServedSchema[] = [];
  let gateway: Gateway;

  beforeAll(async () => {
    const federated = await Promise.all(
      suite.subgraphs.map(async ({ name: subgraph, source: { sdl }, module }) => {
        const server = await serveSchema(federatedSchema(sdl, await suiteImplementation(module)));
        servers.push(server);
        return { name: subgraph, sdl, settings: { url: server.url } };
      }),
    );
    gateway = await startGateway(federated, { ...suite.options, environment: suite.environment });
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

/** Errors by path: their order is not the same in every run, and their types are the servers' own. */
function whereAndWhat({ errors = [] }: GatewayAnswer): readonly string[] {
  return errors.map(({ path, message }) => `${JSON.stringify(path)}: ${message}`).sort();
}
