/** Apollo Server, GraphQL Yoga and Mercurius federated by `tributary serve`'s own path. */
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { federatedSchema } from './src/federated-schema.ts';
import { createShop } from './src/shop.ts';
import { startGateway } from './src/start-gateway.ts';
import type { Gateway } from './src/start-gateway.ts';
import { startShopServers } from './src/start-shop-servers.ts';
import type { ShopServer } from './src/start-shop-servers.ts';

describe.each(['native', 'appsync'] as const)('by %s resolvers', (resolvers) => {
  let servers: readonly [ShopServer, ShopServer, ShopServer];
  let gateway: Gateway;

  beforeAll(async () => {
    servers = await startShopServers(createShop());
    gateway = await startGateway(
      servers.map(({ name, sdl, url }) => ({ name, sdl, settings: { url } })),
      { resolvers },
    );
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(servers.map((server) => server.stop()));
  });
  beforeEach(() => {
    for (const server of servers) server.received.length = 0;
  });

  /** The answer of one plain server with the same data. */
  async function reference(query: string, variables: Readonly<Record<string, unknown>>) {
    const { whole, wholeSdl } = createShop();
    const schema = federatedSchema(wholeSdl, whole);
    const contextValue = { authorization: undefined };
    return execute({ schema, document: parse(query), variableValues: variables, contextValue });
  }

  describe('answers what one plain server with the same data answers', () => {
    it.each<[string, string, Record<string, unknown>?]>([
      [
        'a query across all three',
        '{ products { name reviews { stars author { name email } } } me { name } }',
      ],
      [
        'aliases with different arguments',
        '{ product(id: "p1") { a: price b: price(currency: "USD") all: reviews { id } good: reviews(min: 5) { id } } }',
      ],
      [
        'aliases of a nested joined field',
        '{ review(id: "r1") { product { eur: price usd: price(currency: "USD") name } } }',
      ],
      [
        'variables',
        'query ($id: ID!, $min: Int!) { product(id: $id) { name reviews(min: $min) { stars } } }',
        { id: 'p1', min: 5 },
      ],
      [
        'named fragments',
        'query { products(first: 1) { ...P } } fragment P on Product { name reviews { ...R } } fragment R on Review { stars author { name } }',
      ],
      ['inline fragments', '{ products(first: 1) { ... on Product { ... { id weight } rating } } }'],
      [
        'a union',
        '{ search(text: "e") { __typename ... on Product { name rating: weight reviews { stars } } ... on Category { name size } } }',
      ],
      [
        'an interface',
        '{ named { __typename name ... on Product { reviews { id } } ... on Category { size } } }',
      ],
      ['lists of lists', '{ shelves { id reviews(min: 4) { stars product { name } } } }'],
      [
        '@skip and @include',
        'query ($no: Boolean!, $yes: Boolean!) { products(first: 1) { name @skip(if: $no) weight @include(if: $no) reviews @include(if: $yes) { id stars @skip(if: $yes) } } }',
        { no: false, yes: true },
      ],
      [
        'a null entity',
        '{ product(id: "p3") { reviews { id author { id name } } } product4: product(id: "p9") { name } }',
      ],
      [
        'round and round',
        '{ review(id: "r1") { product { reviews { product { name } author { name } } } } }',
      ],
      [
        'a fragment on a type condition with an alias',
        '{ one: product(id: "p1") { title: name } two: product(id: "p3") { title: name rating } }',
      ],
    ])('%s', async (_, query, variables = {}) => {
      const expected = JSON.parse(JSON.stringify(await reference(query, variables))) as object;
      expect(expected).not.toHaveProperty('errors');
      expect(await gateway.ask(query, { variables })).toEqual(expected);
    });
  });

  it('asks for entities once, in one request, and for needed fields only', async () => {
    await gateway.ask('{ products(first: 4) { name reviews { stars author { name } } } shelves { name } }');
    const [products, reviews, accounts] = servers.map(({ received }) => received);
    expect(products).toHaveLength(1);
    expect(reviews).toHaveLength(1);
    expect(accounts).toHaveLength(1);
    expect(accounts?.[0]?.variables).toEqual({
      p0r0: ['u1', 'u2', 'u9'].map((id) => ({ __typename: 'User', id })),
    });
    expect(accounts?.[0]?.query).toBe(
      'query($p0r0: [_Any!]!) { p0: _entities(representations: $p0r0) { ... on User { name } } }',
    );
    expect(products?.[0]?.query).not.toMatch(/weight|price/);
    expect(reviews?.[0]?.query).not.toContain('rating');
  });

  it('sends mutations in series, each once', async () => {
    const answer = await gateway.ask(
      'mutation { a: rename(id: "p4", name: "One") { name } b: praise(id: "r1") { stars product { name } } c: rename(id: "p4", name: "Two") { name reviews { id } } }',
    );
    expect(answer).toEqual({
      data: {
        a: { name: 'One' },
        b: { stars: 5, product: { name: 'Lamp' } },
        c: { name: 'Two', reviews: [] },
      },
    });
    const mutations = servers.map(({ received }) =>
      received.filter(({ query }) => query.startsWith('mutation')),
    );
    expect(mutations.map((list) => list.length)).toEqual([2, 1, 0]);
    expect(mutations[0]?.map(({ variables }) => variables['p0r1'])).toEqual(['One', 'Two']);
  });

  it('hands the authorization header on to all', async () => {
    const headers = { authorization: 'Bearer abc' };
    const { data } = await gateway.ask('{ productsSaw reviewsSaw accountsSaw }', { headers });
    expect(data).toEqual({ productsSaw: 'Bearer abc', reviewsSaw: 'Bearer abc', accountsSaw: 'Bearer abc' });
  });

  it('brings an error to its path with extensions, and loses nothing else', async () => {
    const { data, errors } = await gateway.ask('{ products { name rating } me { name } }');
    expect(data).toEqual({
      products: [
        { name: 'Lamp', rating: 4.5 },
        { name: 'Desk', rating: null },
        { name: 'Chair', rating: 4.5 },
      ],
      me: { name: 'Ada' },
    });
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'no rating today',
        errorType: 'RATING_DOWN',
        errorInfo: expect.objectContaining({
          subgraph: 'reviews',
          extensions: expect.objectContaining({ code: 'RATING_DOWN', retryable: true }) as unknown,
        }) as unknown,
      }),
    ]);
    expect(errors?.[0]?.path?.[0]).toBe('products');
  });

  it('brings the error of a mutation to its path', async () => {
    const { errors } = await gateway.ask('mutation { rename(id: "p9", name: "x") { name } }');
    expect(errors?.[0]).toMatchObject({
      path: ['rename'],
      message: 'no such product',
      errorType: 'NO_PRODUCT',
    });
  });
});
