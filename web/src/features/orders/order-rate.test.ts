import { describe, expect, test } from 'vitest';
import { RATE_WINDOWS, toRateBuckets, windowStartMs } from './order-rate.ts';

const NOW_MS = Date.parse('2026-11-21T10:30:20Z');
const placed = (time: string) => ({ placedAt: `2026-11-21T${time}Z` });

describe('toRateBuckets', () => {
  test('covers thirty minutes that end with the current one', () => {
    const buckets = toRateBuckets([], RATE_WINDOWS.minutes, NOW_MS);
    expect(buckets).toHaveLength(30);
    expect(buckets.at(0)?.startMs).toBe(Date.parse('2026-11-21T10:01:00Z'));
    expect(buckets.at(-1)).toEqual({ startMs: Date.parse('2026-11-21T10:30:00Z'), orderCount: 0 });
  });

  test('counts orders in their minute and leaves out those before the window', () => {
    const orders = [placed('10:30:19'), placed('10:30:00'), placed('10:01:00'), placed('10:00:59')];
    const counts = toRateBuckets(orders, RATE_WINDOWS.minutes, NOW_MS).map(({ orderCount }) => orderCount);
    expect([counts.at(0), counts.at(-1), counts.reduce((sum, count) => sum + count, 0)]).toEqual([1, 2, 3]);
  });

  test('counts an order from a clock that runs ahead as current', () => {
    expect(toRateBuckets([placed('10:31:05')], RATE_WINDOWS.minutes, NOW_MS).at(-1)?.orderCount).toBe(1);
  });
});

test('windowStartMs of days is a midnight', () => {
  expect(windowStartMs(RATE_WINDOWS.days, NOW_MS)).toBe(Date.parse('2026-11-15T00:00:00Z'));
});
