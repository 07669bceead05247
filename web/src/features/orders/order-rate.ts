/** Counts orders by stretches of time for the chart. Pure: the clock comes in as a number. */
export interface RateBucket {
  /** Epoch milliseconds. */
  readonly startMs: number;
  readonly orderCount: number;
}

export interface RateWindow {
  readonly bucketMs: number;
  readonly bucketCount: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const RATE_WINDOWS = {
  minutes: { bucketMs: MINUTE_MS, bucketCount: 30 },
  days: { bucketMs: DAY_MS, bucketCount: 7 },
} as const satisfies Record<string, RateWindow>;

export type RateWindowName = keyof typeof RATE_WINDOWS;

/** Epoch milliseconds at which the window's first bucket starts; buckets begin at full minutes or days, UTC. */
export function windowStartMs({ bucketMs, bucketCount }: RateWindow, nowMs: number): number {
  return (Math.floor(nowMs / bucketMs) - bucketCount + 1) * bucketMs;
}

/**
 * Counts the orders of a window.
 * @returns one bucket for each stretch, oldest first, the last one holding `nowMs`; orders outside are not counted,
 * except that those of a clock ahead of ours fall into the last bucket
 */
export function toRateBuckets(
  orders: readonly { readonly placedAt: string }[],
  window: RateWindow,
  nowMs: number,
): RateBucket[] {
  const startMs = windowStartMs(window, nowMs);
  const counts = new Array<number>(window.bucketCount).fill(0);
  for (const { placedAt } of orders) {
    const index = Math.min(
      Math.floor((Date.parse(placedAt) - startMs) / window.bucketMs),
      window.bucketCount - 1,
    );
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((orderCount, index) => ({ startMs: startMs + index * window.bucketMs, orderCount }));
}
