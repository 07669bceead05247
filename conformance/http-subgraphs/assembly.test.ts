/** A CDK application with subgraphs of kind `http`: the adapter as a Lambda function, in a worker. */
import { Stack } from 'aws-cdk-lib';
import { FederatedApi, Subgraph, toApiKeyExpiry } from '@tributary/cdk';
import { compile, formatDiagnostic } from '@tributary/compiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runApplication } from '../assemblies/run-application.ts';
import type { RunningAssembly } from '../assemblies/run-application.ts';
import { createShop } from './src/shop.ts';
import { startShopServers } from './src/start-shop-servers.ts';
import type { ShopServer } from './src/start-shop-servers.ts';

let servers: readonly ShopServer[];
let assembly: RunningAssembly;

beforeAll(async () => {
  servers = await startShopServers(createShop());
  const compiled = compile(
    servers.map(({ name, sdl }) => ({
      kind: 'http',
      name,
      sdl,
      file: `${name}.graphql`,
      maxBatchSize: 500,
      resolvers: [],
    })),
  );
  if (!compiled.ok) throw new Error(compiled.error.map((one) => formatDiagnostic(one)).join('\n'));
  assembly = await runApplication((app) => {
    const stack = new Stack(app, 'Shop');
    new FederatedApi(stack, 'Api', {
      name: 'shop',
      api: compiled.value,
      subgraphs: servers.map(
        ({ name, url }) =>
          new Subgraph(stack, name, {
            definition: { kind: 'http', name, url },
            directory: import.meta.dirname,
          }),
      ),
      apiKeyExpiresAt: toApiKeyExpiry(new Date('2026-11-21T00:00:00Z')),
    });
  });
});
afterAll(async () => {
  await assembly.stop();
  await Promise.all(servers.map((server) => server.stop()));
});

it('answers across three servers, with entities asked for once', async () => {
  const answer = await assembly.query(
    '{ product(id: "p1") { name price(currency: "USD") reviews(min: 4) { stars author { name } } } }',
  );
  expect(answer).toEqual({
    data: {
      product: {
        name: 'Lamp',
        price: 20,
        reviews: [
          { stars: 5, author: { name: 'Ada' } },
          { stars: 4, author: { name: 'Bob' } },
        ],
      },
    },
  });
  expect(servers.map(({ received }) => received.length)).toEqual([1, 1, 1]);
});

it('asks for all fields without arguments where a named fragment hides the selection', async () => {
  const answer = await assembly.query(
    'query { product(id: "p1") { ...P } } fragment P on Product { name weight rating }',
  );
  expect(answer).toEqual({ data: { product: { name: 'Lamp', weight: 100, rating: 4.5 } } });
});
