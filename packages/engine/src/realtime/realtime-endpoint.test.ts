import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubscribeResult } from '../execution/contract.ts';
import { encodeHeaders, GOOD_HEADERS, startFrame } from './testing/test-client.ts';
import type { TestEndpoint } from './testing/test-endpoint.ts';
import { acceptedSubscription, startTestEndpoint } from './testing/test-endpoint.ts';

/** Of all subscriptions, by the console's numbers. */
const connectedFrames = ({ endpoint }: TestEndpoint): number =>
  endpoint
    .openSockets()
    .flatMap(({ subscriptions }) => subscriptions)
    .reduce((sum, one) => sum + one.deliveredCount, 0);

describe('real-time endpoint', () => {
  let test: TestEndpoint;
  beforeEach(async () => {
    test = await startTestEndpoint();
  });
  afterEach(() => test.stop());

  it('takes the credential from a sub-protocol, the query string or real headers', async () => {
    const ways = [
      test.open('', ['graphql-ws', `header-${encodeHeaders(GOOD_HEADERS)}`]),
      test.open(`?header=${encodeURIComponent(encodeHeaders(GOOD_HEADERS, 'base64'))}&payload=e30=`, [
        'graphql-ws',
      ]),
      test.open('', ['graphql-ws'], { 'X-Api-Key': 'good' }),
    ];
    for (const way of ways) {
      await way.opened;
      expect(way.socket.protocol).toBe('graphql-ws');
      way.send({ type: 'connection_init' });
      expect(await way.next()).toBe('{"type":"connection_ack","payload":{"connectionTimeoutMs":300000}}');
      expect(await way.next()).toBe('{"type":"ka"}');
    }
  });

  it('refuses a connection with connection_error and closes it', async () => {
    const stranger = await test.connect({ 'x-api-key': 'bad' });
    stranger.send({ type: 'connection_init' });
    expect(await stranger.next()).toBe(
      '{"type":"connection_error","payload":{"errors":[{"errorType":"com.amazonaws.deepdish.graphql.auth#' +
        'UnauthorizedException","message":"You are not authorized to make this call.","errorCode":400}]}}',
    );
    expect(await stranger.closed).toBe(1008);
    expect(test.endpoint.openSockets()).toEqual([]);
  });

  it('wants the sub-protocol graphql-ws', async () => {
    const plain = test.open('', [], { 'x-api-key': 'good' });
    await plain.opened;
    plain.send({ type: 'connection_init' });
    expect(await plain.next()).toContain('"errorType":"NoProtocolError"');
    await plain.closed;
  });

  it('refuses a header that is not JSON', async () => {
    const broken = test.open('', ['graphql-ws', 'header-bm90LWpzb24']);
    await broken.opened;
    broken.send({ type: 'connection_init' });
    expect(await broken.next()).toContain('"errorType":"BadRequestException"');
    await broken.closed;
  });

  it('subscribes, delivers and completes', async () => {
    const connected = await test.subscribe();
    expect(test.requests[0]).toMatchObject({
      query: 'subscription { onAdd { id } }',
      variables: {},
      headers: GOOD_HEADERS,
      caller: { authenticationType: 'API_KEY', identity: null },
      requestId: 'request-1',
    });
    test.publish({ id: '1' });
    expect(await connected.next()).toBe('{"type":"data","id":"S1","payload":{"data":{"onAdd":{"id":"1"}}}}');
    expect(test.endpoint.openSockets()).toMatchObject([
      { subscriptions: [{ id: 'S1', fieldName: 'onAdd', deliveredCount: 1, hasEnhancedFilter: false }] },
    ]);
    connected.send({ id: 'S1', type: 'stop' });
    expect(await connected.next()).toBe('{"type":"complete","id":"S1"}');
    test.publish({ id: '2' });
    connected.send(startFrame('S1'));
    expect(await connected.next()).toBe('{"type":"start_ack","id":"S1"}');
  });

  it('authorizes each start, whatever the connection had', async () => {
    const connected = await test.connect();
    connected.send(startFrame('S1', undefined, { 'x-api-key': 'bad' }));
    expect(await connected.next()).toBe(
      '{"type":"error","id":"S1","payload":{"errors":[{"errorType":"UnauthorizedException",' +
        '"message":"You are not authorized to make this call."}]}}',
    );
    connected.send({ ...startFrame('S2'), payload: { data: '{"query":"subscription { onAdd { id } }"}' } });
    expect(await connected.next()).toContain('"errorType":"UnauthorizedException"');
    expect(test.requests).toEqual([]);
  });

  it('passes on why the executor refuses, and survives its faults', async () => {
    const connected = await test.connect();
    test.answers.subscribe = () => ({ ok: false, errors: [{ errorType: 'Unauthorized', message: 'No' }] });
    connected.send(startFrame('S1'));
    expect(await connected.next()).toBe(
      '{"type":"error","id":"S1","payload":{"errors":[{"errorType":"Unauthorized","message":"No"}]}}',
    );
    test.answers.subscribe = () => Promise.reject(new Error('secret detail'));
    connected.send(startFrame('S1'));
    expect(await connected.next()).not.toContain('secret detail');
    expect(test.warnings.join()).toContain('secret detail');
  });

  it('answers frames that it does not know', async () => {
    const connected = await test.connect();
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
    const connected = await test.subscribe();
    connected.send(startFrame('S1'));
    expect(await connected.next()).toBe(
      '{"type":"error","id":"S1","payload":{"errors":[{"errorType":"DuplicatedOperationError",' +
        '"message":"Duplicated operation with id S1"}]}}',
    );
    test.publish({ id: '1' });
    expect(await connected.next()).toContain('"type":"data"');
  });

  it('stops a subscription that has not been accepted yet', async () => {
    let accept: (result: SubscribeResult) => void = () => undefined;
    test.answers.subscribe = () => new Promise((resolve) => (accept = resolve));
    const connected = await test.connect();
    connected.send(startFrame('S1'));
    connected.send({ id: 'S1', type: 'stop' });
    expect(await connected.next()).toBe('{"type":"complete","id":"S1"}');
    accept(acceptedSubscription({ query: '' }));
    connected.send({ type: 'connection_init' });
    expect(await connected.next()).toContain('connection_ack');
    test.publish({ id: '1' });
    expect(test.endpoint.openSockets()).toMatchObject([{ subscriptions: [] }]);
  });

  it('allows 200 subscriptions on a connection', async () => {
    const connected = await test.connect();
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
    const filters = [{ fieldName: 'size', operator: 'gt', value: 5 }];
    test.answers.subscribe = (request) =>
      acceptedSubscription(request, {
        argumentFilter: { city: 'Rome' },
        filter: request.query.includes('enhanced') ? { filterGroup: [{ filters }] } : undefined,
      });
    const byArgument = await test.subscribe('A');
    const byFilter = await test.subscribe('F', 'subscription enhanced { onAdd(city: "Rome") { id } }');
    test.publish({ id: '1', city: 'Rome', size: 1 });
    test.publish({ id: '2', city: 'Oslo', size: 9 });
    test.publish({ id: '3', city: 'Rome', size: 9 });
    expect(await byArgument.next()).toContain('"id":"1"');
    expect(await byArgument.next()).toContain('"id":"3"');
    expect(await byFilter.next()).toContain('"id":"2"');
    expect(await byFilter.next()).toContain('"id":"3"');
  });

  it('refuses an enhanced filter beyond the limits', async () => {
    test.answers.subscribe = (request) => acceptedSubscription(request, { filter: { filterGroup: [] } });
    const connected = await test.connect();
    connected.send(startFrame('S1'));
    expect(await connected.next()).toContain('"errorType":"BadRequestException"');
  });

  it('ends matching subscriptions by invalidation and closes their connections', async () => {
    test.answers.subscribe = (request) => {
      const value = request.query.includes('ann') ? 'ann' : 'bob';
      const filters = [{ fieldName: 'user', operator: 'eq', value }];
      return acceptedSubscription(request, { invalidationFilter: { filterGroup: [{ filters }] } });
    };
    const ann = await test.subscribe('A', 'subscription ann { onAdd { id } }');
    const bob = await test.subscribe('B', 'subscription bob { onAdd { id } }');
    test.registry.invalidate({ subscriptionField: 'onAdd', payload: { user: 'ann' } });
    expect(await ann.next()).toBe('{"type":"complete","id":"A"}');
    expect(await ann.closed).toBe(1000);
    test.publish({ id: '1' });
    expect(await bob.next()).toContain('"type":"data"');
  });

  it('completes a payload once for all who share a document', async () => {
    let completions = 0;
    const toPayload = (published: unknown) => {
      completions += 1;
      return { data: { onAdd: published } };
    };
    test.answers.subscribe = (request) => acceptedSubscription(request, { toPayload });
    const all = await Promise.all(['A', 'B', 'C'].map((id) => test.subscribe(id)));
    const other = await test.subscribe('D', 'subscription Other { onAdd { id } }');
    test.publish({ id: '1' });
    for (const each of [...all, other]) expect(await each.next()).toContain('"id":"1"');
    expect(completions).toBe(2);
  });

  it('drops payloads over 240 KB and tells the developer', async () => {
    const connected = await test.subscribe();
    test.publish({ id: 'x'.repeat(240 * 1024) });
    test.publish({ id: '2' });
    expect(await connected.next()).toContain('"id":"2"');
    expect(test.warnings).toEqual([expect.stringContaining('was dropped: AppSync sends at most 245760')]);
  });

  it('warns once when the mutation did not select what subscribers ask for', async () => {
    const toPayload = () => ({
      data: { onAdd: { id: '1', note: null, other: null, owner: { name: null } } },
    });
    test.answers.subscribe = (request) => acceptedSubscription(request, { toPayload });
    const connected = await test.subscribe(
      'S1',
      'subscription { onAdd { id note other: id owner { name } } }',
    );
    test.publish({ id: '1', owner: {} });
    test.publish({ id: '1', owner: {} });
    await connected.next();
    await connected.next();
    expect(test.warnings).toEqual([
      'Subscribers of "onAdd" ask for note, owner.name, which the mutation "add" did not select: they receive null. ' +
        'Select these fields in the mutation, without aliases.',
    ]);
  });

  it('names the non-null fields too, which make the event null', async () => {
    const error = { message: "Cannot return null for non-nullable type: 'String'", path: ['onAdd', 'body'] };
    const toPayload = () => ({ data: { onAdd: null }, errors: [error] });
    test.answers.subscribe = (request) => acceptedSubscription(request, { toPayload });
    const connected = await test.subscribe('S1', 'subscription { onAdd { id body } }');
    test.publish({ id: '1' });
    expect(await connected.next()).toContain('"path":["onAdd","body"]');
    expect(test.warnings).toEqual([
      'Subscribers of "onAdd" ask for body, which the mutation "add" did not select: they receive null. ' +
        'Select these fields in the mutation, without aliases.',
    ]);
  });

  it('keeps alive, and ends a connection when its life is over', async () => {
    const connected = await test.connect();
    await connected.settle();
    test.advance(59_000);
    await connected.settle();
    test.advance(1000);
    expect(await connected.next()).toBe('{"type":"ka"}');
    test.advance(60_000);
    expect(await connected.next()).toBe('{"type":"ka"}');
    test.advance(24 * 3_600_000);
    expect(await connected.closed).toBe(1001);
  });

  it('lists the latest 200 sockets, and counts all', async () => {
    const clients = await Promise.all(Array.from({ length: 205 }, () => test.connect()));
    expect(test.endpoint.openSocketCount()).toBe(205);
    expect(test.endpoint.openSockets()).toHaveLength(200);
    clients[204]?.send(startFrame('newest'));
    await clients[204]?.next();
    expect(test.endpoint.openSockets().at(-1)).toMatchObject({ subscriptions: [{ id: 'newest' }] });
  });

  it('answers HTTP requests while an event goes out to thousands', async () => {
    const connected = await test.connect();
    for (let count = 0; count < 200; count += 1) {
      connected.send(startFrame(`S${count}`));
      expect(await connected.next()).toContain('start_ack');
    }
    for (let count = 0; count < 50; count += 1) test.publish({ id: `${count}` });
    expect(connectedFrames(test)).toBeLessThan(200 * 50);
    expect(await (await fetch(test.httpUrl)).text()).toBe('served');
    const last = ['S199', '49'].map((id) => `"id":"${id}"`);
    let frame = '';
    for (let count = 0; count < 200 * 50; count += 1) frame = await connected.next();
    for (const part of last) expect(frame).toContain(part);
  });

  it('cuts off a client that does not read, and serves the others', async () => {
    const slow = await test.subscribe('slow');
    const quick = await test.subscribe('quick');
    slow.socket.pause();
    const id = 'x'.repeat(200 * 1024);
    for (let count = 0; count < 400 && test.endpoint.openSockets().length > 1; count += 1) {
      test.publish({ id });
      expect(await quick.next()).toContain('"type":"data"');
    }
    expect(test.endpoint.openSockets()).toHaveLength(1);
    expect(test.warnings).toEqual([expect.stringContaining('reads too slowly')]);
    slow.socket.resume();
    await slow.closed;
  });
});
