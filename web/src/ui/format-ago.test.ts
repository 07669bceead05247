import { expect, test } from 'vitest';
import { formatAgo } from './format-ago.ts';

const NOW_MS = Date.parse('2026-11-21T12:00:00Z');

test.each([
  ['2026-11-21T12:00:05Z', 'now'],
  ['2026-11-21T11:59:55Z', 'now'],
  ['2026-11-21T11:59:24Z', '30 s'],
  ['2026-11-21T11:48:00Z', '12 min'],
  ['2026-11-21T08:30:00Z', '3 h'],
  ['2026-11-12T11:00:00Z', '9 d'],
])('formatAgo(%s) is %s', (at, expected) => {
  expect(formatAgo(at, NOW_MS)).toBe(expected);
});
