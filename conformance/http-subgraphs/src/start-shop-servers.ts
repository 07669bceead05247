/** The shop's subgraphs on the servers that teams use: Apollo Server, GraphQL Yoga and Mercurius. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { mercuriusFederationPlugin } from '@mercuriusjs/federation';
import fastify from 'fastify';
import { createSchema, createYoga } from 'graphql-yoga';
import { federatedTypeDefs } from './federated-type-defs.ts';
import type { ReceivedOperation } from './serve-schema.ts';
import { accountsSdl, productsSdl, reviewsSdl } from './shop.ts';
import type { createShop, ShopContext } from './shop.ts';

export interface ShopServer {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  readonly received: ReceivedOperation[];
  stop(): Promise<void>;
}

type Shop = ReturnType<typeof createShop>;

export function startShopServers(shop: Shop): Promise<readonly [ShopServer, ShopServer, ShopServer]> {
  return Promise.all([startApollo(shop), startYoga(shop), startMercurius(shop)]);
}

async function startApollo({ ofProducts }: Shop): Promise<ShopServer> {
  const received: ReceivedOperation[] = [];
  const server = new ApolloServer<ShopContext>({
    ...federatedTypeDefs(productsSdl, ofProducts),
    plugins: [
      {
        requestDidStart: ({ request: { query = '', variables = {} } }) => {
          received.push({ query, variables });
          return Promise.resolve();
        },
      },
    ],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: ({ req }) => Promise.resolve({ authorization: req.headers.authorization }),
  });
  return { name: 'products', sdl: productsSdl, url, received, stop: () => server.stop() };
}

async function startYoga({ ofReviews }: Shop): Promise<ShopServer> {
  const received: ReceivedOperation[] = [];
  const yoga = createYoga<object, ShopContext>({
    schema: createSchema<ShopContext>(federatedTypeDefs(reviewsSdl, ofReviews)),
    logging: false,
    // Yoga masks errors that are no GraphQLError of its own copy of graphql.
    maskedErrors: false,
    context: ({ request }) => ({ authorization: request.headers.get('authorization') ?? undefined }),
    plugins: [
      {
        onParams: ({ params: { query = '', variables } }) => {
          received.push({ query, variables: variables ?? {} });
        },
      },
    ],
  });
  const server = createServer((request, response) => void yoga(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    name: 'reviews',
    sdl: reviewsSdl,
    url: `http://127.0.0.1:${String(port)}/graphql`,
    received,
    stop,
  };
}

async function startMercurius({ ofAccounts }: Shop): Promise<ShopServer> {
  const received: ReceivedOperation[] = [];
  const app = fastify({ forceCloseConnections: true });
  app.addHook('preHandler', (request, _reply, done) => {
    received.push(request.body as ReceivedOperation);
    done();
  });
  app.register(mercuriusFederationPlugin, {
    schema: accountsSdl,
    resolvers: ofAccounts,
    context: (request) => ({ authorization: request.headers.authorization }),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { name: 'accounts', sdl: accountsSdl, url: `${url}/graphql`, received, stop: () => app.close() };
}
