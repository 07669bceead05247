/** What clients do too early, twice, or in the wrong order. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubscribeResult } from '../execution/contract.ts';
import { startFrame } from './testing/test-client.ts';
import type { TestEndpoint } from './testing/test-endpoint.ts';
import { acceptedSubscription, startTestEndpoint } from './testing/test-endpoint.ts';

describe('start and stop', () => {
  let test: TestEndpoint;
  beforeEach(async () => {
    test = await startTestEndpoint();
  });
  afterEach(() => test.stop());

  const duplicate = (id: string) =>
    `{"type":"error","id":"${id}","payload":{"errors":[{"errorType":"DuplicatedOperationError",` +
    `"message":"Duplicated operation with id ${id}"}]}}`;

  /** Subscriptions wait until the test accepts them, in the order of their starts. */
  function holdAnswers(): (() => void)[] {
    const waiting: (() => void)[] = [];
    test.answers.subscribe = (request) =>
      new Promise<SubscribeResult>((resolve) => waiting.push(() => resolve(acceptedSubscription(request))));
    return waiting;
  }

  it('start before connection_init: the frame is optional', async () => {
    const client = await test.connect();
    client.send(startFrame('S1'));
    expect(await client.next()).toBe('{"type":"start_ack","id":"S1"}');
    await client.settle();
    test.publish({ id: '1' });
    expect(await client.next()).toContain('"type":"data"');
  });

  it('a second connection_init is answered and harms no subscription', async () => {
    const client = await test.subscribe();
    await client.settle();
    await client.settle();
    test.publish({ id: '1' });
    expect(await client.next()).toContain('"id":"S1"');
  });

  it('stop of an unknown id is answered by complete', async () => {
    const client = await test.subscribe();
    client.send({ type: 'stop', id: 'nobody' });
    expect(await client.next()).toBe('{"type":"complete","id":"nobody"}');
    test.publish({ id: '1' });
    expect(await client.next()).toContain('"id":"S1"');
  });

  it('a second stop is answered by complete', async () => {
    const client = await test.subscribe();
    client.send({ type: 'stop', id: 'S1' });
    expect(await client.next()).toBe('{"type":"complete","id":"S1"}');
    client.send({ type: 'stop', id: 'S1' });
    expect(await client.next()).toBe('{"type":"complete","id":"S1"}');
    await client.settle();
  });

  it('an id is taken from start on, also while the first is not accepted yet', async () => {
    const waiting = holdAnswers();
    const client = await test.connect();
    client.send(startFrame('S1'));
    client.send(startFrame('S1'));
    expect(await client.next()).toBe(duplicate('S1'));
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    expect(await client.next()).toBe('{"type":"start_ack","id":"S1"}');
  });

  it('start, stop, start of one id: only the last one counts', async () => {
    const waiting = holdAnswers();
    const client = await test.connect();
    client.send(startFrame('S1'));
    client.send({ type: 'stop', id: 'S1' });
    client.send(startFrame('S1', 'subscription Second { onAdd { id } }'));
    expect(await client.next()).toBe('{"type":"complete","id":"S1"}');
    await expect.poll(() => waiting.length).toBe(2);
    waiting.forEach((accept) => accept());
    expect(await client.next()).toBe('{"type":"start_ack","id":"S1"}');
    test.publish({ id: '1' });
    expect(await client.next()).toContain('"type":"data"');
    await client.settle();
  });

  it('a refusal that comes after stop is not sent', async () => {
    let refuse = (): void => undefined;
    test.answers.subscribe = () =>
      new Promise((resolve) => {
        refuse = () => resolve({ ok: false, errors: [{ errorType: 'Unauthorized', message: 'No' }] });
      });
    const client = await test.connect();
    client.send(startFrame('S1'));
    client.send({ type: 'stop', id: 'S1' });
    expect(await client.next()).toBe('{"type":"complete","id":"S1"}');
    refuse();
    await client.settle();
  });

  it('an id is free again after a refusal', async () => {
    const client = await test.connect();
    test.answers.subscribe = () => ({ ok: false, errors: [{ errorType: 'Unauthorized', message: 'No' }] });
    client.send(startFrame('S1'));
    expect(await client.next()).toContain('"Unauthorized"');
    test.answers.subscribe = (request) => acceptedSubscription(request);
    client.send(startFrame('S1'));
    expect(await client.next()).toBe('{"type":"start_ack","id":"S1"}');
  });

  it('a client that is gone before it is accepted leaves nothing behind', async () => {
    let completions = 0;
    const toPayload = (published: unknown) => {
      completions += 1;
      return { data: { onAdd: published } };
    };
    let accept: (() => void) | undefined;
    test.answers.subscribe = (request) =>
      new Promise((resolve) => {
        accept = () => resolve(acceptedSubscription(request, { toPayload }));
      });
    const client = await test.connect();
    client.send(startFrame('S1', 'subscription Gone { onAdd { id } }'));
    await expect.poll(() => accept).toBeDefined();
    client.socket.terminate();
    await expect.poll(() => test.endpoint.openSocketCount()).toBe(0);
    accept?.();
    test.answers.subscribe = (request) => acceptedSubscription(request);
    const other = await test.subscribe();
    test.publish({ id: '1' });
    expect(await other.next()).toContain('"id":"1"');
    expect(completions).toBe(0);
  });
});

describe('frames that are no messages', () => {
  let test: TestEndpoint;
  beforeEach(async () => {
    test = await startTestEndpoint();
  });
  afterEach(() => test.stop());

  it('a binary frame is refused, whatever it holds, and the connection goes on', async () => {
    const client = await test.connect();
    client.socket.send(Buffer.from(JSON.stringify(startFrame('S1'))), { binary: true });
    expect(await client.next()).toBe(
      '{"type":"error","payload":{"errors":[{"errorType":"BadRequestException","message":"The message is not text."}]}}',
    );
    await client.settle();
    expect(test.requests).toEqual([]);
  });

  it.each([
    ['longer than 1 MB', 'x'.repeat(1024 * 1024 + 1), false, 1009],
    ['not UTF-8', Buffer.from([0xff, 0xfe]), false, 1007],
  ])('a frame that is %s ends its connection and no other', async (_what, data, binary, code) => {
    const other = await test.subscribe('other');
    const client = await test.subscribe();
    client.socket.send(data, { binary });
    expect(await client.closed).toBe(code);
    await expect.poll(() => test.endpoint.openSocketCount()).toBe(1);
    test.publish({ id: '1' });
    expect(await other.next()).toContain('"id":"other"');
  });

  it('a frame of the largest size is read', async () => {
    const client = await test.connect();
    const padding = 'x'.repeat(1024 * 1024 - 40);
    client.send(`{"type":"connection_init","p":"${padding}"}`);
    expect(await client.next()).toContain('connection_ack');
  });

  it('WebSocket pings are answered between frames', async () => {
    const client = await test.subscribe();
    const pong = new Promise((resolve) => client.socket.once('pong', (data) => resolve(String(data))));
    client.socket.ping('are you there');
    test.publish({ id: '1' });
    expect(await client.next()).toContain('"id":"1"');
    expect(await pong).toBe('are you there');
  });
});
