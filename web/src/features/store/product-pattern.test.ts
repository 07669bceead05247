import { expect, test } from 'vitest';
import { toContours } from './product-pattern.ts';

test('a product keeps its drawing, and another product has another one', () => {
  expect(toContours('p-0001')).toEqual(toContours('p-0001'));
  expect(toContours('p-0001')).not.toEqual(toContours('p-0002'));
});

test('contours are closed curves of plain numbers', () => {
  for (const path of toContours('p-0042'))
    expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+(Q-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+){10}Z$/);
});
