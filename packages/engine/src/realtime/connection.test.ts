import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeHeaders, GOOD_HEADERS, startFrame } from './testing/test-client.ts';
import type { TestEndpoint } from './testing/test-endpoint.ts';
import { startTestEndpoint } from './testing/test-endpoint.ts';

describe('a real-time connection', () => {
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
});
