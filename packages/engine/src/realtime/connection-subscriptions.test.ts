import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubscribeResult } from '../execution/contract.ts';
import { GOOD_HEADERS, startFrame } from './testing/test-client.ts';
import type { TestEndpoint } from './testing/test-endpoint.ts';
import { acceptedSubscription, startTestEndpoint } from './testing/test-endpoint.ts';

describe('subscriptions of a connection', () => {
  let test: TestEndpoint;
  beforeEach(async () => {
    test = await startTestEndpoint();
  });
  afterEach(() => test.stop());

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
});
