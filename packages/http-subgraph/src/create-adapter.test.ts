import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { HttpSubgraphSettings } from './config.ts';
import { completeSettings } from './config.ts';
import { createAdapter } from './create-adapter.ts';
import { shopShape } from './testing/shop-shape.ts';

interface Received {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
}

interface Reply {
  readonly status?: number;
  readonly body: string;
  readonly delayMs?: number;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A subgraph that answers with the replies in turn, the last one again and again. */
async function startSubgraph(replies: readonly Reply[], settings: Partial<HttpSubgraphSettings> = {}) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Omit<Received, 'headers'>;
      received.push({ ...body, headers: request.headers });
      const reply = replies[Math.min(received.length, replies.length) - 1] ?? { body: '' };
      setTimeout(() => response.writeHead(reply.status ?? 200).end(reply.body), reply.delayMs ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
  const adapter = createAdapter({
    name: 'shop',
    shape: shopShape,
    settings: completeSettings({ url, ...settings }),
  });
  return { adapter, received };
}

const json = (data: unknown, errors?: unknown): Reply => ({ body: JSON.stringify({ data, errors }) });

function rootEvent(fieldName: string, selection: string, args: Record<string, unknown> = {}) {
  const parentTypeName = fieldName === 'rename' ? 'Mutation' : 'Query';
  return {
    arguments: args,
    source: null,
    request: { headers: { authorization: 'token', cookie: 'secret' } },
    info: { parentTypeName, fieldName, selectionSetGraphQL: selection, variables: {} },
  };
}

function entitiesEvent(representations: readonly unknown[], selection: string) {
  return { ...rootEvent('_entities', selection), arguments: { representations } };
}

const product = (id: string) => ({ __typename: 'Product', id });

it('sends arguments as variables and the headers that are to be handed on', async () => {
  const { adapter, received } = await startSubgraph([json({ p0: [{ name: 'Axe' }] })], {
    headers: { 'x-team': 'a' },
  });
  const answer = await adapter(rootEvent('products', '{ name }', { first: 1, where: { a: 1 } }));
  expect(answer).toEqual({ data: [{ name: 'Axe' }] });
  expect(received[0]?.query).toBe(
    'query($p0r0: Int, $p0r1: Where) { p0: products(first: $p0r0, where: $p0r1) { name } }',
  );
  expect(received[0]?.variables).toEqual({ p0r0: 1, p0r1: { a: 1 } });
  expect(received[0]?.headers).toMatchObject({ authorization: 'token', 'x-team': 'a' });
  expect(received[0]?.headers).not.toHaveProperty('cookie');
});

it('asks once for entities that several events of a batch want', async () => {
  const { adapter, received } = await startSubgraph([json({ p0: [{ name: 'A' }, { name: 'B' }] })]);
  const answers = await adapter([
    entitiesEvent([product('1'), product('2')], '{ name }'),
    entitiesEvent([product('2'), product('1'), product('2')], '{ name }'),
  ]);
  expect(received).toHaveLength(1);
  expect(received[0]?.query).toBe(
    'query($p0r0: [_Any!]!) { p0: _entities(representations: $p0r0) { ... on Product { name } } }',
  );
  expect(received[0]?.variables).toEqual({ p0r0: [product('1'), product('2')] });
  const [a, b] = [{ name: 'A' }, { name: 'B' }];
  expect(answers).toEqual([{ data: [a, b] }, { data: [b, a, b] }]);
});

it('puts what is asked at one time into one operation', async () => {
  const { adapter, received } = await startSubgraph([json({ p0: 2, p1: [{ name: 'A' }] })]);
  const answers = await Promise.all([
    adapter(rootEvent('count', '')),
    adapter(entitiesEvent([product('1')], '{ name }')),
  ]);
  expect(received).toHaveLength(1);
  expect(answers).toEqual([{ data: 2 }, { data: [{ name: 'A' }] }]);
});

it('answers a joined field with arguments through its entity', async () => {
  const { adapter, received } = await startSubgraph([json({ p0: [{ _p0a0: 'Axt' }] })]);
  const event = {
    ...rootEvent('label', '', { locale: 'de' }),
    source: { id: '1' },
    info: { parentTypeName: 'Product', fieldName: 'label', selectionSetGraphQL: '', variables: {} },
  };
  expect(await adapter([event])).toEqual([{ data: 'Axt' }]);
  expect(received[0]?.variables).toEqual({ p0r0: [{ id: '1', __typename: 'Product' }], p0v0: 'de' });
});

it('answers a joined field from its parent where an operation brought it along', async () => {
  const { adapter, received } = await startSubgraph([json(null)]);
  const event = {
    ...rootEvent('label', '', { locale: 'de' }),
    source: { 'label([["locale","de"]])': 'Axt' },
    info: { parentTypeName: 'Product', fieldName: 'label', selectionSetGraphQL: '', variables: {} },
  };
  expect(await adapter([event])).toEqual([{ data: 'Axt' }]);
  expect(received).toHaveLength(0);
});

it('brings errors to their entity with extensions, and loses nothing else', async () => {
  const error = { message: 'no', path: ['p0', 1, 'price', 'amount'], extensions: { code: 'GONE', at: 3 } };
  const { adapter } = await startSubgraph([json({ p0: [{ name: 'A' }, { name: 'B' }] }, [error])]);
  const answer = await adapter(entitiesEvent([product('1'), product('2')], '{ name price { amount } }'));
  const errorInfo = { subgraph: 'shop', path: ['price', 'amount'], extensions: { code: 'GONE', at: 3 } };
  expect(answer).toEqual({
    data: [
      { name: 'A' },
      { data: { name: 'B' }, errors: [{ errorMessage: 'no', errorType: 'GONE', errorInfo }] },
    ],
  });
});

it('fetches an entity once in a request of a client, until a mutation of that request', async () => {
  const { adapter, received } = await startSubgraph([json({ p0: [{ name: 'A' }] })]);
  const inRequest = (event: object, id: string) => ({
    ...event,
    request: { headers: { 'x-amzn-trace-id': id } },
  });
  const entity = entitiesEvent([product('1')], '{ name }');
  await adapter(inRequest(entity, 'one'));
  expect(await adapter(inRequest(entity, 'one'))).toEqual({ data: [{ name: 'A' }] });
  expect(received).toHaveLength(1);
  await adapter(inRequest(entity, 'two'));
  expect(received).toHaveLength(2);
  await adapter(inRequest(rootEvent('rename', '{ id }'), 'one'));
  await adapter(inRequest(entity, 'one'));
  expect(received).toHaveLength(4);
});

it('sends mutations one by one, and never twice', async () => {
  const { adapter, received } = await startSubgraph([{ status: 503, body: 'busy' }]);
  const event = rootEvent('rename', '{ id }', { id: '1', name: 'Adze' });
  await Promise.all([adapter(event), adapter(event)]);
  expect(received.map(({ query }) => query.slice(0, 8))).toEqual(['mutation', 'mutation']);
});

it('tries queries again after what passes', async () => {
  const { adapter, received } = await startSubgraph([
    { status: 503, body: '' },
    { status: 429, body: '' },
    json({ p0: 1 }),
  ]);
  expect(await adapter(rootEvent('count', ''))).toEqual({ data: 1 });
  expect(received).toHaveLength(3);
});

it.each([
  ['HTML', { body: '<html>' }, 'SubgraphBadAnswer'],
  ['an error status', { status: 500, body: 'oops' }, 'SubgraphHttpError'],
  ['JSON that is no GraphQL answer', { body: '[1]' }, 'SubgraphBadAnswer'],
  ['nothing in time', { body: '{}', delayMs: 5_000 }, 'SubgraphTimeout'],
  ['too few entities', json({ p0: [null] }), 'SubgraphBadAnswer'],
  ['a wrong type for the list', json({ p0: 'x' }), 'SubgraphBadAnswer'],
])('names the fault when the subgraph answers %s', async (_, reply, errorType) => {
  const { adapter } = await startSubgraph([reply], { timeoutMs: 200, retries: 0 });
  const answer = await adapter(entitiesEvent([product('1'), product('2')], '{ name }'));
  expect(answer).toEqual({ data: [null, null], errors: [expect.objectContaining({ errorType })] });
});

it('leaves a dead subgraph alone for a while', async () => {
  const settings = completeSettings({ url: 'http://127.0.0.1:1/', retries: 0, breakerFailures: 2 });
  const adapter = createAdapter({ name: 'shop', shape: shopShape, settings });
  const types: unknown[] = [];
  for (let count = 0; count < 3; count += 1) {
    const answer = (await adapter(rootEvent('count', ''))) as { errors: { errorType: string }[] };
    types.push(answer.errors[0]?.errorType);
  }
  expect(types).toEqual(['SubgraphUnreachable', 'SubgraphUnreachable', 'SubgraphUnavailable']);
});

it('fails one event of a batch alone', async () => {
  const { adapter } = await startSubgraph([json({ p0: 1 })]);
  const answers = await adapter([rootEvent('count', ''), rootEvent('unknown', '')]);
  expect(answers).toEqual([
    { data: 1 },
    { data: null, errors: [expect.objectContaining({ errorType: 'SubgraphError' })] },
  ]);
});
