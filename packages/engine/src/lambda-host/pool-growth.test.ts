import { expect, it } from 'vitest';
import { GROW_AFTER_MS, isGrowthDue, type WaitingCalls } from './pool-growth.ts';

const QUEUE: WaitingCalls = { waitedMs: 150, sinceLastEndMs: Infinity, loadMs: 40, isSaturated: false };

it('gives a waiting call another environment soon while CPUs are free', () => {
  expect(isGrowthDue(QUEUE)).toBe(true);
  expect(isGrowthDue({ ...QUEUE, waitedMs: GROW_AFTER_MS - 1 })).toBe(false);
});

it('waits as long as loading the code takes', () => {
  expect(isGrowthDue({ ...QUEUE, loadMs: 400 })).toBe(false);
  expect(isGrowthDue({ ...QUEUE, loadMs: 400, waitedMs: 400 })).toBe(true);
});

it('waits for a queue that moves while all CPUs are in use', () => {
  const saturated = { ...QUEUE, isSaturated: true };
  expect(isGrowthDue({ ...saturated, waitedMs: 2_000, sinceLastEndMs: 50 })).toBe(false);
  expect(isGrowthDue({ ...saturated, waitedMs: 6_000, sinceLastEndMs: 50 })).toBe(true);
});

it('does not wait for an environment that never ends its call', () => {
  const saturated = { ...QUEUE, isSaturated: true };
  expect(isGrowthDue({ ...saturated, waitedMs: 900, sinceLastEndMs: 3_000 })).toBe(false);
  expect(isGrowthDue({ ...saturated, waitedMs: 1_100, sinceLastEndMs: 3_000 })).toBe(true);
});
