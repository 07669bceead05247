import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { AcceptedSubscription, GraphqlRequest, SubscribeResult } from '../execution/contract.ts';
import type { RealtimeEndpoint } from './realtime-endpoint.ts';
import { createRealtimeEndpoint } from './realtime-endpoint.ts';
import { createSubscriptionRegistry } from './subscription-registry.ts';

const H = { host: 'localhost', 'x-api-key': 'good' };

/** A client that reads frames one by one, in order. */
function openClient(url: string, subProtocols: string[], headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, subProtocols, { headers });
  const frames: string[] = [];
  const waiting: ((frame: string) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = data.toString();
    const next = waiting.shift();
    if (next === undefined) frames.push(frame);
    else next(frame);
  });
  const closed = once(socket, 'close').then(([code]) => code as number);
  const next = (): Promise<string> => {
    const frame = frames.shift();
    return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
  };
  return {
    socket,
    next,
    closed,
    opened: once(socket, 'open'),
    send: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
  };
}

type Client = ReturnType<typeof openClient>;

const encode = (value: unknown, encoding: 'base64' | 'base64url' = 'base64url'): string =>
  Buffer.from(JSON.stringify(value)).toString(encoding);

const startFrame = (id: string, query = 'subscription { onAdd { id } }', authorization: unknown = H) => ({
  id,
  type: 'start',
  payload: { data: JSON.stringify({ query, variables: {} }), extensions: { authorization } },
});

const accepted: AcceptedSubscription = {
  fieldName: 'onAdd',
  mutations: ['add'],
  argumentFilter: {},
  filter: undefined,
  invalidationFilter: undefined,
  toPayload: (published) => ({ data: { onAdd: published } }),
};

describe('real-time endpoint', () => {
  let server: Server;
  let endpoint: RealtimeEndpoint;
  let url: string;
  let warnings: string[];
  let requests: GraphqlRequest[];
  let answerSubscribe: (request: GraphqlRequest) => Promise<SubscribeResult> | SubscribeResult;
  let registry: ReturnType<typeof createSubscriptionRegistry>;
  const clients: Client[] = [];

  const listen = async (times: { keepAliveIntervalMs?: number; connectionLifetimeMs?: number } = {}) => {
    endpoint = createRealtimeEndpoint({
      registry,
      activeApi: () => ({
        model: {} as never, // the endpoint only passes it on
        executor: {
          execute: () => Promise.reject(new Error('not over sockets')),
          subscribe: (request) => {
            requests.push(request);
            return Promise.resolve(answerSubscribe(request));
          },
          onPublish: () => () => undefined,
          onInvalidate: () => () => undefined,
        },
        version: 1,
      }),
      authorize: ({ headers }) =>
        Promise.resolve(
          headers['x-api-key'] === 'good'
            ? { kind: 'authorized', caller: { authenticationType: 'API_KEY', identity: null } }
            : { kind: 'unauthorized', message: 'You are not authorized to make this call.' },
        ),
      newRequestId: () => 'request-1',
      warn: (text) => warnings.push(text),
      now: Date.now,
      ...times,
    });
    server = createServer().on('upgrade', (request, socket, head) =>
      endpoint.handleUpgrade(request, socket, head),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql/realtime`;
  };

  const client = async (headers: unknown = H): Promise<Client> => {
    const opened = openClient(url, ['graphql-ws', `header-${encode(headers)}`]);
    clients.push(opened);
    await opened.opened;
    return opened;
  };

  const subscriber = async (id = 'S1', query?: string): Promise<Client> => {
    const connected = await client();
    connected.send(startFrame(id, query));
    expect(await connected.next()).toBe(`{"type":"start_ack","id":"${id}"}`);
    return connected;
  };

  const publish = (value: unknown): void =>
    registry.publish({ mutationField: 'add', subscriptionFields: ['onAdd'], value });

  beforeEach(() => {
    warnings = [];
    requests = [];
    answerSubscribe = () => ({ ok: true, subscription: accepted });
    registry = createSubscriptionRegistry((text) => warnings.push(text));
  });

  afterEach(() => {
    clients.splice(0).forEach(({ socket }) => socket.terminate());
    endpoint.stop();
    server.closeAllConnections();
    server.close();
  });

  it('takes the credential from a sub-protocol, the query string or real headers', async () => {
    await listen();
    const ways = [
      openClient(url, ['graphql-ws', `header-${encode(H)}`]),
      openClient(`${url}?header=${encodeURIComponent(encode(H, 'base64'))}&payload=e30=`, ['graphql-ws']),
      openClient(url, ['graphql-ws'], { 'X-Api-Key': 'good' }),
    ];
    clients.push(...ways);
    for (const way of ways) {
      await way.opened;
      expect(way.socket.protocol).toBe('graphql-ws');
      way.send({ type: 'connection_init' });
      expect(await way.next()).toBe('{"type":"connection_ack","payload":{"connectionTimeoutMs":300000}}');
      expect(await way.next()).toBe('{"type":"ka"}');
    }
  });

  it('refuses a connection with connection_error and closes it', async () => {
    await listen();
    const stranger = await client({ 'x-api-key': 'bad' });
    stranger.send({ type: 'connection_init' });
    expect(await stranger.next()).toBe(
      '{"type":"connection_error","payload":{"errors":[{"errorType":"com.amazonaws.deepdish.graphql.auth#' +
        'UnauthorizedException","message":"You are not authorized to make this call.","errorCode":400}]}}',
    );
    expect(await stranger.closed).toBe(1008);
    expect(endpoint.openSockets()).toEqual([]);
  });

  it('wants the sub-protocol graphql-ws', async () => {
    await listen();
    const plain = openClient(url, [], { 'x-api-key': 'good' });
    clients.push(plain);
    await plain.opened;
    plain.send({ type: 'connection_init' });
    expect(await plain.next()).toContain('"errorType":"NoProtocolError"');
    await plain.closed;
  });

  it('refuses a header that is not JSON', async () => {
    await listen();
    const broken = openClient(url, ['graphql-ws', 'header-bm90LWpzb24']);
    clients.push(broken);
    await broken.opened;
    broken.send({ type: 'connection_init' });
    expect(await broken.next()).toContain('"errorType":"BadRequestException"');
    await broken.closed;
  });

  it('subscribes, delivers and completes', async () => {
    await listen();
    const connected = await subscriber();
    expect(requests[0]).toMatchObject({
      query: 'subscription { onAdd { id } }',
      variables: {},
      headers: H,
      caller: { authenticationType: 'API_KEY', identity: null },
      requestId: 'request-1',
    });
    publish({ id: '1' });
    expect(await connected.next()).toBe('{"type":"data","id":"S1","payload":{"data":{"onAdd":{"id":"1"}}}}');
    expect(endpoint.openSockets()).toMatchObject([
      { subscriptions: [{ id: 'S1', fieldName: 'onAdd', deliveredCount: 1, hasEnhancedFilter: false }] },
    ]);
    connected.send({ id: 'S1', type: 'stop' });
    expect(await connected.next()).toBe('{"type":"complete","id":"S1"}');
    publish({ id: '2' });
    connected.send(startFrame('S1'));
    expect(await connected.next()).toBe('{"type":"start_ack","id":"S1"}');
  });

  it('authorizes each start, whatever the connection had', async () => {
    await listen();
    const connected = await client();
    connected.send(startFrame('S1', undefined, { 'x-api-key': 'bad' }));
    expect(await connected.next()).toBe(
      '{"type":"error","id":"S1","payload":{"errors":[{"errorType":"UnauthorizedException",' +
        '"message":"You are not authorized to make this call."}]}}',
    );
    connected.send({ ...startFrame('S2'), payload: { data: '{"query":"subscription { onAdd { id } }"}' } });
    expect(await connected.next()).toContain('"errorType":"UnauthorizedException"');
    expect(requests).toEqual([]);
  });

  it('passes on why the executor refuses, and survives its faults', async () => {
    await listen();
    const connected = await client();
    answerSubscribe = () => ({ ok: false, errors: [{ errorType: 'Unauthorized', message: 'No' }] });
    connected.send(startFrame('S1'));
    expect(await connected.next()).toBe(
      '{"type":"error","id":"S1","payload":{"errors":[{"errorType":"Unauthorized","message":"No"}]}}',
    );
    answerSubscribe = () => Promise.reject(new Error('secret detail'));
    connected.send(startFrame('S1'));
    expect(await connected.next()).not.toContain('secret detail');
    expect(warnings.join()).toContain('secret detail');
  });

  it('answers frames that it does not know', async () => {
    await listen();
    const connected = await client();
    const unsupported =
      '{"type":"error","id":"","payload":{"errors":[{"errorType":"UnsupportedOperation",' +
      '"message":"unknown not supported through the realtime channel"}]}}';
    connected.send({ type: 'subscribe', id: '1' });
    expect(await connected.next()).toBe(unsupported);
    connected.send({ type: 'start', id: '1', payload: { query: 'subscription { onAdd { id } }' } });
    expect(await connected.next()).toBe(unsupported);
    for (const frame of ['not json', '[]', '{"type":"start"}', '{"type":"stop","id":7}']) {
      connected.send(frame);
      expect(await connected.next()).toMatch(
        /^\{"type":"error","payload":\{"errors":\[\{"errorType":"BadRequest/,
      );
    }
    for (const data of ['not json', '{}', '{"query":1}', '{"query":"subscription { a }","variables":[]}']) {
      connected.send({ type: 'start', id: '1', payload: { data } });
      expect(await connected.next()).toMatch(
        /^\{"type":"error","id":"1","payload":\{"errors":\[\{"errorType":"Bad/,
      );
    }
  });

  it('refuses an id that is in use and keeps the first subscription', async () => {
    await listen();
    const connected = await subscriber();
    connected.send(startFrame('S1'));
    expect(await connected.next()).toBe(
      '{"type":"error","id":"S1","payload":{"errors":[{"errorType":"DuplicatedOperationError",' +
        '"message":"Duplicated operation with id S1"}]}}',
    );
    publish({ id: '1' });
    expect(await connected.next()).toContain('"type":"data"');
  });

  it('stops a subscription that has not been accepted yet', async () => {
    await listen();
    let accept: (result: SubscribeResult) => void = () => undefined;
    answerSubscribe = () => new Promise((resolve) => (accept = resolve));
    const connected = await client();
    connected.send(startFrame('S1'));
    connected.send({ id: 'S1', type: 'stop' });
    expect(await connected.next()).toBe('{"type":"complete","id":"S1"}');
    accept({ ok: true, subscription: accepted });
    connected.send({ type: 'connection_init' });
    expect(await connected.next()).toContain('connection_ack');
    publish({ id: '1' });
    expect(endpoint.openSockets()).toMatchObject([{ subscriptions: [] }]);
  });

  it('allows 200 subscriptions on a connection', async () => {
    await listen();
    const connected = await client();
    for (let count = 1; count <= 201; count += 1) connected.send(startFrame(`S${count}`));
    const frames: string[] = [];
    while (frames.length < 201) frames.push(await connected.next());
    expect(frames.filter((frame) => frame.includes('start_ack'))).toHaveLength(200);
    expect(frames).toContain(
      '{"type":"error","id":"S201","payload":{"errors":{"errorType":"MaxSubscriptionsReachedError",' +
        '"message":"Max number of 200 subscriptions reached"}}}',
    );
  });

  it('delivers by arguments, and by the enhanced filter instead where there is one', async () => {
    await listen();
    answerSubscribe = ({ query }) => ({
      ok: true,
      subscription: {
        ...accepted,
        argumentFilter: { city: 'Rome' },
        filter: query.includes('enhanced')
          ? { filterGroup: [{ filters: [{ fieldName: 'size', operator: 'gt', value: 5 }] }] }
          : undefined,
      },
    });
    const byArgument = await subscriber('A');
    const byFilter = await subscriber('F', 'subscription enhanced { onAdd(city: "Rome") { id } }');
    publish({ id: '1', city: 'Rome', size: 1 });
    publish({ id: '2', city: 'Oslo', size: 9 });
    publish({ id: '3', city: 'Rome', size: 9 });
    expect(await byArgument.next()).toContain('"id":"1"');
    expect(await byArgument.next()).toContain('"id":"3"');
    expect(await byFilter.next()).toContain('"id":"2"');
    expect(await byFilter.next()).toContain('"id":"3"');
  });

  it('refuses an enhanced filter beyond the limits', async () => {
    await listen();
    answerSubscribe = () => ({ ok: true, subscription: { ...accepted, filter: { filterGroup: [] } } });
    const connected = await client();
    connected.send(startFrame('S1'));
    expect(await connected.next()).toContain('"errorType":"BadRequestException"');
  });

  it('ends matching subscriptions by invalidation and closes their connections', async () => {
    await listen();
    answerSubscribe = ({ query }) => {
      const value = query.includes('ann') ? 'ann' : 'bob';
      const filters = [{ fieldName: 'user', operator: 'eq', value }];
      return { ok: true, subscription: { ...accepted, invalidationFilter: { filterGroup: [{ filters }] } } };
    };
    const ann = await subscriber('A', 'subscription ann { onAdd { id } }');
    const bob = await subscriber('B', 'subscription bob { onAdd { id } }');
    registry.invalidate({ subscriptionField: 'onAdd', payload: { user: 'ann' } });
    expect(await ann.next()).toBe('{"type":"complete","id":"A"}');
    expect(await ann.closed).toBe(1000);
    publish({ id: '1' });
    expect(await bob.next()).toContain('"type":"data"');
  });

  it('completes a payload once for all who share a document', async () => {
    await listen();
    let completions = 0;
    const toPayload = (published: unknown) => {
      completions += 1;
      return { data: { onAdd: published } };
    };
    answerSubscribe = () => ({ ok: true, subscription: { ...accepted, toPayload } });
    const all = await Promise.all(['A', 'B', 'C'].map((id) => subscriber(id)));
    const other = await subscriber('D', 'subscription Other { onAdd { id } }');
    publish({ id: '1' });
    for (const each of [...all, other]) expect(await each.next()).toContain('"id":"1"');
    expect(completions).toBe(2);
  });

  it('drops payloads over 240 KB and tells the developer', async () => {
    await listen();
    const connected = await subscriber();
    publish({ id: 'x'.repeat(240 * 1024) });
    publish({ id: '2' });
    expect(await connected.next()).toContain('"id":"2"');
    expect(warnings).toEqual([expect.stringContaining('was dropped: AppSync sends at most 245760')]);
  });

  it('warns once when the mutation did not select what subscribers ask for', async () => {
    await listen();
    const toPayload = () => ({
      data: { onAdd: { id: '1', note: null, other: null, owner: { name: null } } },
    });
    answerSubscribe = () => ({ ok: true, subscription: { ...accepted, toPayload } });
    const connected = await subscriber('S1', 'subscription { onAdd { id note other: id owner { name } } }');
    publish({ id: '1', owner: {} });
    publish({ id: '1', owner: {} });
    await connected.next();
    await connected.next();
    expect(warnings).toEqual([
      'Subscribers of "onAdd" ask for note, owner.name, which the mutation "add" did not select: they receive null. ' +
        'Select these fields in the mutation, without aliases.',
    ]);
  });

  it('keeps alive, and ends a connection when its life is over', async () => {
    await listen({ keepAliveIntervalMs: 10, connectionLifetimeMs: 100 });
    const connected = await client();
    expect(await connected.next()).toBe('{"type":"ka"}');
    expect(await connected.next()).toBe('{"type":"ka"}');
    expect(await connected.closed).toBe(1001);
  });

  it('cuts off a client that does not read, and serves the others', async () => {
    await listen();
    const slow = await subscriber('slow');
    const quick = await subscriber('quick');
    const gone = once(slow.socket, 'close');
    slow.socket.pause();
    const id = 'x'.repeat(200 * 1024);
    for (let count = 0; count < 400 && endpoint.openSockets().length > 1; count += 1) {
      publish({ id });
      expect(await quick.next()).toContain('"type":"data"');
    }
    expect(endpoint.openSockets()).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('reads too slowly')]);
    slow.socket.resume();
    await gone;
  });
});
