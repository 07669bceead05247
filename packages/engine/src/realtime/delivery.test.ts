import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFrame } from './testing/test-client.ts';
import type { TestEndpoint } from './testing/test-endpoint.ts';
import { acceptedSubscription, startTestEndpoint } from './testing/test-endpoint.ts';

/** Of all subscriptions, by the console's numbers. */
const connectedFrames = ({ endpoint }: TestEndpoint): number =>
  endpoint
    .openSockets()
    .flatMap(({ subscriptions }) => subscriptions)
    .reduce((sum, one) => sum + one.deliveredCount, 0);

describe('delivery of events', () => {
  let test: TestEndpoint;
  beforeEach(async () => {
    test = await startTestEndpoint();
  });
  afterEach(() => test.stop());

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
