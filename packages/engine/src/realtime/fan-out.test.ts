import { describe, expect, it } from 'vitest';
import type { Subscriber } from './fan-out.ts';
import { createFanOut, MAX_WAITING_FRAMES, SLICE_FRAMES } from './fan-out.ts';
import { toWireText } from './text-frame.ts';

/** A fan-out whose turns the test takes. */
function startFanOut() {
  const turns: (() => void)[] = [];
  const received: string[] = [];
  const fanOut = createFanOut((run) => turns.push(run));
  const subscriber = (name: string): Subscriber => ({
    deliver: (tail) => void received.push(name + tail),
    invalidate: () => undefined,
  });
  return {
    fanOut,
    received,
    subscribers: (count: number) => Array.from({ length: count }, (_, index) => subscriber(`${index}:`)),
    turn: (): boolean => {
      const run = turns.shift();
      run?.();
      return run !== undefined;
    },
  };
}

const [a, b] = [toWireText('a'), toWireText('b')];

describe('fan-out', () => {
  it('sends to few at once', () => {
    const { fanOut, received, subscribers } = startFanOut();
    fanOut.deliver(subscribers(2), a);
    fanOut.deliver(subscribers(1), b);
    expect(received).toEqual(['0:a', '1:a', '0:b']);
  });

  it('sends to many in slices, one for each turn of the event loop', () => {
    const { fanOut, received, subscribers, turn } = startFanOut();
    fanOut.deliver(subscribers(2 * SLICE_FRAMES + 1), a);
    expect(received).toHaveLength(SLICE_FRAMES);
    turn();
    expect(received).toHaveLength(2 * SLICE_FRAMES);
    turn();
    expect(received).toHaveLength(2 * SLICE_FRAMES + 1);
    turn();
    expect(turn()).toBe(false);
    expect(new Set(received).size).toBe(received.length);
  });

  it('keeps the order of events, also for those that come in between', () => {
    const { fanOut, received, subscribers, turn } = startFanOut();
    const audience = subscribers(SLICE_FRAMES + 1);
    fanOut.deliver(audience, a);
    fanOut.deliver(audience.slice(0, 1), b);
    while (turn());
    expect(received.slice(-2)).toEqual([`${SLICE_FRAMES}:a`, '0:b']);
  });

  it('sends only to those who were there when the event was published', () => {
    const { fanOut, received, subscribers, turn } = startFanOut();
    const audience = new Set(subscribers(SLICE_FRAMES + 1));
    fanOut.deliver(audience, a);
    for (const late of subscribers(5)) audience.add(late);
    while (turn());
    expect(received).toHaveLength(SLICE_FRAMES + 1);
  });

  it('lets publishing wait where too much is in the queue', () => {
    const { fanOut, received, subscribers } = startFanOut();
    const audience = subscribers(1000);
    const eventCount = MAX_WAITING_FRAMES / audience.length + 2;
    for (let count = 0; count < eventCount; count += 1) fanOut.deliver(audience, a);
    expect(eventCount * audience.length - received.length).toBeLessThanOrEqual(MAX_WAITING_FRAMES);
  });

  it('sends at once what waits when told so', () => {
    const { fanOut, received, subscribers, turn } = startFanOut();
    fanOut.deliver(subscribers(3 * SLICE_FRAMES), a);
    fanOut.flush();
    expect(received).toHaveLength(3 * SLICE_FRAMES);
    while (turn());
    expect(received).toHaveLength(3 * SLICE_FRAMES);
  });
});
