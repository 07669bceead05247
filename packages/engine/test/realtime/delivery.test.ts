/** AppSync developer guide, "Real-time data", on the running engine: who hears of which mutation, and what. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../src/realtime/testing/test-client.ts';
import { encodeHeaders, openClient, startFrame } from '../../src/realtime/testing/test-client.ts';
import type { TodoEngine } from '../start-todo-engine.ts';
import { API_KEY, startTodoEngine } from '../start-todo-engine.ts';
import { writeDeliveryAssembly } from './delivery-assembly.ts';

const HEADERS = { host: 'localhost', 'x-api-key': API_KEY };

let things: TodoEngine;
const clients: TestClient[] = [];

beforeAll(async () => {
  things = await startTodoEngine({ assemblyDirectory: await writeDeliveryAssembly() });
});
afterEach(() => {
  for (const { socket } of clients.splice(0)) socket.terminate();
});
afterAll(() => things.engine.stop());

function open(search = '', subProtocols: readonly string[] = [`header-${encodeHeaders(HEADERS)}`]) {
  const url = `${things.engine.url.replace('http', 'ws')}/graphql/realtime${search}`;
  const client = openClient(url, ['graphql-ws', ...subProtocols]);
  clients.push(client);
  return client;
}

async function subscribe(query: string, variables?: object): Promise<TestClient> {
  const client = open();
  await client.opened;
  const data = JSON.stringify({ query, variables });
  client.send({ id: 'S', type: 'start', payload: { data, extensions: { authorization: HEADERS } } });
  expect(await client.next()).toBe('{"type":"start_ack","id":"S"}');
  return client;
}

const mutate = (text: string) => things.query(`mutation { ${text} }`);

async function nextData(client: TestClient): Promise<unknown> {
  return (JSON.parse(await client.next()) as { payload: unknown }).payload;
}

/** Of the ids that arrive, up to the one that is meant to. */
async function idsUntil(client: TestClient, last: string, field: string): Promise<readonly string[]> {
  const ids: string[] = [];
  while (ids.at(-1) !== last) {
    const payload = (await nextData(client)) as { data: Record<string, { id: string }> };
    ids.push(payload.data[field]?.id ?? '');
  }
  return ids;
}

describe('an event', () => {
  it('has the fields that both sides selected, and runs no resolver again', async () => {
    const client = await subscribe('subscription { onAdd { __typename id text size note } }');
    await mutate('add(id: 1, text: "t") { id text note }');
    const runs = things.events.filter((event) => JSON.stringify(event).includes('note ran')).length;
    expect(await nextData(client)).toEqual({
      data: { onAdd: { __typename: 'Thing', id: '1', text: 't', size: null, note: 'note' } },
    });
    expect(things.events.filter((event) => JSON.stringify(event).includes('note ran'))).toHaveLength(runs);
  });

  it('loses what the mutation gave another name, and is an error where that may not be null', async () => {
    const client = await subscribe('subscription { onAdd { id text } }');
    await mutate('add(id: 1, text: "t") { number: id text }');
    expect(await nextData(client)).toEqual({
      data: { onAdd: null },
      errors: [
        {
          message: "Cannot return null for non-nullable type: 'ID' within parent 'Thing' (/onAdd/id)",
          path: ['onAdd', 'id'],
        },
      ],
    });
  });

  it('does not come from a mutation that failed, nor twice from one', async () => {
    const client = await subscribe('subscription { onAdd { id } }');
    await mutate('fail(id: 1) { id }');
    await mutate('add(id: 2) { id }');
    await mutate('add(id: 3) { id }');
    expect(await idsUntil(client, '3', 'onAdd')).toEqual(['2', '3']);
  });

  it('of more than 240 KB is dropped, without a word to either side', async () => {
    const client = await subscribe('subscription { onAdd { id text } }');
    const text = 'x'.repeat(245_760);
    const large = await things.query('mutation A($text: String) { add(id: 1, text: $text) { id text } }', {
      text,
    });
    expect(large.errors).toBeUndefined();
    await mutate('add(id: 2) { id text }');
    expect(await idsUntil(client, '2', 'onAdd')).toEqual(['2']);
  });

  it('may be a list', async () => {
    const client = await subscribe('subscription { onMany { id } }');
    await mutate('addMany(ids: [1, 2]) { id }');
    expect(await nextData(client)).toEqual({ data: { onMany: [{ id: '1' }, { id: '2' }] } });
  });
});

describe('arguments', () => {
  const ALL = 'id group size';
  const EVENTS = [
    `add(id: 1, group: "a", size: 1) { ${ALL} }`,
    `add(id: 2, group: "a", size: 2) { ${ALL} }`,
    `add(id: 3, group: "b", size: 1) { ${ALL} }`,
    `add(id: 4, size: 1) { ${ALL} }`,
    'add(id: 5, group: "a", size: 1) { id }',
    `add(id: 6, group: null) { ${ALL} }`,
  ];

  it.each([
    ['no argument', '{ onAdd { id } }', undefined, ['1', '2', '3', '4', '5', '6']],
    ['one', '{ onAdd(group: "a") { id } }', undefined, ['1', '2']],
    ['two', '{ onAdd(group: "a", size: 1) { id } }', undefined, ['1']],
    ['null', '{ onAdd(group: null) { id } }', undefined, ['4', '5', '6']],
    ['a variable', 'S($group: String) { onAdd(group: $group) { id } }', { group: 'b' }, ['3']],
    ['an omitted variable', 'S($group: String) { onAdd(group: $group) { id } }', {}, ['4', '5', '6']],
    ['an ID as a number', '{ onAdd(id: 2) { id } }', undefined, ['2']],
    ['a field that some mutations did not select', '{ onAdd(size: 1) { id } }', undefined, ['1', '3', '4']],
  ])('%s', async (_what, text, variables, expected) => {
    const client = await subscribe(`subscription ${text}`, variables);
    const witness = await subscribe('subscription { onAdd { id } }');
    for (const event of EVENTS) await mutate(event);
    expect(await idsUntil(witness, '6', 'onAdd')).toHaveLength(EVENTS.length);
    expect(await idsUntil(client, expected.at(-1) ?? '', 'onAdd')).toEqual(expected);
    await client.settle();
  });
});

describe('enhanced filters', () => {
  it('stand in the place of arguments', async () => {
    const client = await subscribe('subscription { onFiltered(size: 1) { id } }');
    await mutate('add(id: 1, size: 1, tags: ["a"]) { id size tags }');
    await mutate('add(id: 2, size: 9, tags: ["b"]) { id size tags }');
    await mutate('add(id: 3, size: 9, tags: ["a", "b"]) { id size }');
    await mutate('add(id: 4, size: 9, tags: ["a", "b"]) { id size tags }');
    expect(await idsUntil(client, '4', 'onFiltered')).toEqual(['4']);
  });

  it('let no list through', async () => {
    const client = await subscribe('subscription { onManyFiltered { id } }');
    await mutate('addMany(ids: [1, 2]) { id size }');
    await client.settle();
  });

  it('beyond the limits refuse the subscription', async () => {
    const client = open();
    await client.opened;
    client.send(startFrame('S', 'subscription { onTooMany { id } }', HEADERS));
    expect(JSON.parse(await client.next())).toMatchObject({
      type: 'error',
      id: 'S',
      payload: {
        errors: [{ message: 'The subscription filter "id in" expects a list of 1 to 5 numbers or strings.' }],
      },
    });
  });
});

it('D41 an invalidation by a mutation ends the subscriptions that match, and their connections', async () => {
  const [a, b] = [
    await subscribe('subscription { onGroup(group: "a") { id } }'),
    await subscribe('subscription { onGroup(group: "b") { id } }'),
  ];
  await mutate('end(group: "a")');
  expect(await a.next()).toBe('{"type":"complete","id":"S"}');
  expect(await a.closed).toBe(1000);
  await mutate('add(id: 1, group: "b") { id group }');
  expect(await nextData(b)).toEqual({ data: { onGroup: { id: '1' } } });
});

describe('the address', () => {
  it('may have parameters that are none of the protocol, as Amplify adds headers', async () => {
    const header = encodeURIComponent(encodeHeaders(HEADERS, 'base64'));
    const client = open(`?header=${header}&payload=e30=&x-tenant=a`, []);
    await client.opened;
    await client.settle();
  });

  it('is /graphql/realtime alone, as under a custom domain', async () => {
    const asked = request(`${things.engine.url}/graphql`, {
      headers: {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-protocol': 'graphql-ws',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(404);
    response.resume();
  });
});
