import { describe, expect, it } from 'vitest';
import type { QueueModel } from '../../model/app-model.ts';
import { createMessageQueue } from './message-queue.ts';

function open(settings: Partial<QueueModel> = {}) {
  let nowMs = 0;
  let ids = 0;
  const dead: string[] = [];
  const queue = createMessageQueue(
    {
      name: 'q',
      arn: 'arn:aws:sqs:us-east-1:000000000000:q',
      url: 'https://sqs.us-east-1.amazonaws.com/000000000000/q',
      isFifo: false,
      hasContentBasedDeduplication: false,
      visibilityTimeoutMs: 30_000,
      delayMs: 0,
      retentionMs: 60_000,
      deadLetter: undefined,
      ...settings,
    },
    {
      nowMs: () => nowMs,
      newId: () => `id-${(ids += 1)}`,
      toDeadLetters: (_arn, { body }) => void dead.push(body),
    },
  );
  return {
    queue,
    dead,
    pass: (durationMs: number) => (nowMs += durationMs),
    send: (body: string, more: { groupId?: string; deduplicationId?: string; delayMs?: number } = {}) =>
      queue.send({ body, attributes: {}, ...more }),
    bodies: (max = 10) => queue.receive(max).map(({ body }) => body),
  };
}

describe('message queue', () => {
  it('hides what was received until it is deleted or its visibility ends', () => {
    const { queue, pass, send, bodies } = open();
    send('a');
    const [first] = queue.receive(1);
    expect(bodies()).toEqual([]);
    expect(queue.counts()).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
    pass(30_000);
    const [again] = queue.receive(1);
    expect(again).toMatchObject({ body: 'a', receiveCount: 2, firstReceivedAtMs: 0 });
    queue.remove(first?.receiptHandle ?? '');
    expect(queue.counts().inFlight).toBe(1);
    queue.remove(again?.receiptHandle ?? '');
    expect(queue.counts().inFlight).toBe(0);
  });

  it('shows a message again at once when its visibility is set to zero', () => {
    const { queue, send, bodies } = open();
    send('a');
    queue.changeVisibility(queue.receive(1)[0]?.receiptHandle ?? '', 0);
    expect(bodies()).toEqual(['a']);
  });

  it('delays, by its own setting or that of the message', () => {
    const { queue, pass, send, bodies } = open({ delayMs: 1_000 });
    send('late');
    send('now', { delayMs: 0 });
    expect(bodies()).toEqual(['now']);
    expect(queue.counts()).toMatchObject({ delayed: 1 });
    pass(1_000);
    expect(bodies()).toEqual(['late']);
  });

  it('moves what was received too often to the dead letters, and forgets what is too old', () => {
    const deadLetter = { queueArn: 'arn:aws:sqs:us-east-1:000000000000:dead', maxReceiveCount: 1 };
    const { dead, pass, send, bodies } = open({ deadLetter, visibilityTimeoutMs: 1_000 });
    send('a');
    expect(bodies()).toEqual(['a']);
    pass(1_000);
    expect([bodies(), dead]).toEqual([[], ['a']]);
    send('b');
    pass(60_001);
    expect([bodies(), dead]).toEqual([[], ['a']]);
  });

  it('keeps the order within a group of a FIFO queue, and drops duplicates', () => {
    const { queue, send, bodies } = open({ isFifo: true, hasContentBasedDeduplication: true });
    const first = send('a1', { groupId: 'a' });
    expect(send('a1', { groupId: 'a' })).toEqual(first);
    send('a2', { groupId: 'a' });
    send('b1', { groupId: 'b' });
    const [a1] = queue.receive(1);
    expect(a1?.body).toBe('a1');
    expect(bodies()).toEqual(['b1']);
    queue.remove(a1?.receiptHandle ?? '');
    expect(bodies()).toEqual(['a2']);
  });
});
