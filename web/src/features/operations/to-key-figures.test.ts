import { expect, test } from 'vitest';
import { toKeyFigures } from './to-key-figures.ts';

const NOW_MS = Date.parse('2026-11-21T10:30:20Z');
const rated = (id: string, placedAt: string) => ({
  id,
  placedAt,
  total: { amountMinor: 1050, currency: 'EUR' },
});
const ready = <Data>(data: Data) => ({ kind: 'ready', data, notices: [] }) as const;
const loading = { kind: 'loading' } as const;

test('figures that are not loaded are dashes', () => {
  const figures = toKeyFigures({ rated: loading, movements: loading, lowStock: loading, nowMs: NOW_MS });
  expect(figures.map(({ value }) => value)).toEqual(['–', '–', '–', '–']);
});

test('counts and adds the last thirty minutes', () => {
  const orders = ['2026-11-21T10:30:00Z', '2026-11-21T10:05:00Z', '2026-11-21T09:00:00Z'];
  const figures = toKeyFigures({
    rated: ready(orders.map((placedAt, index) => rated(String(index), placedAt))),
    movements: ready([]),
    lowStock: ready([]),
    nowMs: NOW_MS,
  });
  expect(figures.map(({ value }) => value)).toEqual(['2', '€21.00', '0 / 0', '0']);
});
