/** Subgraphs that fail in every way: an error that says so where their values would be, and the rest of the answer. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from './src/start-gateway.ts';
import type { Gateway } from './src/start-gateway.ts';

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const KEY_IMPORT = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const GOOD_SDL = `${KEY_IMPORT} type Query { items: [Item!]! } type Item @key(fields: "id") { id: ID! name: String! }`;
const BAD_SDL = `${KEY_IMPORT} type Query { top: Item } type Item @key(fields: "id") { id: ID! stars: Int }`;
const QUERY = '{ items { name stars } }';
/** Enough for a busy machine to hand on a huge body; the silent subgraph is waited for as long. */
const PROBE_MS = 2_000;

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};
const stars: Reply = (response) => json(response, { data: { p0: [{ stars: 4 }, { stars: 5 }] } });

const servers: Server[] = [];
let reply: Reply = stars;
let gateway: Gateway;

async function listen(answer: Reply): Promise<string> {
  const server = createServer((request, response) => {
    void readJson(request).then(() => answer(response, request));
  });
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

const MEGABYTES = 1024 * 1024;
const FAULTS: readonly (readonly [name: string, reply: Reply, errorType: string, message: RegExp])[] = [
  [
    'resets the connection',
    (_, request) => request.socket.destroy(),
    'SubgraphUnreachable',
    /could not be reached/,
  ],
  [
    'does not answer in time',
    () => undefined,
    'SubgraphTimeout',
    new RegExp(`did not answer within ${PROBE_MS} ms`),
  ],
  [
    'answers HTML',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'SubgraphBadAnswer',
    /no GraphQL result: text\/html/,
  ],
  [
    'answers no list',
    (response) => json(response, { data: { p0: 'x' } }),
    'SubgraphBadAnswer',
    /no list of entities/,
  ],
  [
    'answers too few entities',
    (response) => json(response, { data: { p0: [{ stars: 4 }] } }),
    'SubgraphBadAnswer',
    /asked for 2 entities and answered 1/,
  ],
  [
    'answers a huge body',
    (response) => json(response, `{"data":"${'x'.repeat(17 * MEGABYTES)}"}`),
    'SubgraphBadAnswer',
    /more than can be handed on/,
  ],
  [
    'answers 500 with JSON that is no GraphQL answer',
    (response) => json(response, { message: 'oops' }, 500),
    'SubgraphHttpError',
    /answered HTTP 500/,
  ],
  [
    'answers 500 with GraphQL errors',
    (response) =>
      json(response, { errors: [{ message: 'database is down', extensions: { code: 'DB' } }] }, 500),
    'DB',
    /database is down/,
  ],
  [
    'answers malformed errors',
    (response) => json(response, { errors: [7] }),
    'SubgraphError',
    /without a message/,
  ],
  [
    'breaks off in the body',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"data":', () => response.destroy());
    },
    'SubgraphUnreachable',
    /could not be reached/,
  ],
];

describe.each(['native', 'appsync'] as const)('by %s resolvers', (resolvers) => {
  beforeAll(async () => {
    const items = [
      { id: '1', name: 'One' },
      { id: '2', name: 'Two' },
    ];
    const good = await listen((response) => json(response, { data: { p0: items } }));
    const bad = await listen((response, request) => reply(response, request));
    gateway = await startGateway(
      [
        { name: 'good', sdl: GOOD_SDL, settings: { url: good } },
        {
          name: 'bad',
          sdl: BAD_SDL,
          settings: { url: bad, timeoutMs: PROBE_MS, retries: 0, breakerFailures: 0 },
        },
      ],
      { resolvers },
    );
  });
  afterAll(async () => {
    await gateway.stop();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    servers.length = 0;
  });

  it.each(FAULTS)('a subgraph that %s', async (_, answer, errorType, message) => {
    reply = answer;
    const { data, errors } = await gateway.ask(QUERY);
    const items = [
      { name: 'One', stars: null },
      { name: 'Two', stars: null },
    ];
    expect(data).toEqual({ items });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ path: ['items'], errorType, errorInfo: { subgraph: 'bad' } });
    expect(errors?.[0]?.message).toMatch(message);

    reply = stars;
    expect((await gateway.ask(QUERY)).data).toEqual({
      items: [
        { name: 'One', stars: 4 },
        { name: 'Two', stars: 5 },
      ],
    });
  });

  it('a value of a wrong type', async () => {
    reply = (response) => json(response, { data: { p0: [{ stars: 'many' }, { stars: 5 }] } });
    const { data, errors } = await gateway.ask(QUERY);
    expect(data).toEqual({
      items: [
        { name: 'One', stars: null },
        { name: 'Two', stars: 5 },
      ],
    });
    expect(errors?.map(({ path }) => path)).toEqual([['items', 0, 'stars']]);
  });

  it('a root field whose subgraph is down', async () => {
    reply = (_, request) => request.socket.destroy();
    const { data, errors } = await gateway.ask('{ items { name } top { stars } }');
    expect(data).toEqual({ items: [{ name: 'One' }, { name: 'Two' }], top: null });
    expect(errors?.map(({ path, errorType }) => [path, errorType])).toEqual([
      [['top'], 'SubgraphUnreachable'],
    ]);
  });
});
