import { describe, expect, test } from 'vitest';
import type { StockMovementRowFragment } from '../../generated/graphql.ts';
import { warehouseToFill, warehouseToPickFrom } from './choose-warehouse.ts';
import { prependMovement, sumUnits } from './movement-list.ts';

const level = (id: string, onHand: number) => ({ onHand, warehouse: { id, name: id } });
const movement = (id: string, delta = 1, at = '2026-11-21T10:00:00Z'): StockMovementRowFragment => ({
  id,
  delta,
  at,
  reason: 'INBOUND',
  reference: null,
  product: { id: 'p-0001', name: 'Lamp', stock: { onHand: 1, reserved: 0, available: 1 } },
  warehouse: { id: 'w-1', name: 'Nord', city: 'Hamburg' },
});

describe('prependMovement', () => {
  test('keeps the newest', () => {
    const kept = prependMovement([movement('b'), movement('a')], movement('c'), 2);
    expect(kept.map(({ id }) => id)).toEqual(['c', 'b']);
  });

  test('ignores a movement that is known', () => {
    expect(prependMovement([movement('a')], movement('a'), 5)).toEqual([movement('a')]);
  });
});

test('sumUnits counts both directions since a point in time', () => {
  const movements = [movement('c', 10), movement('b', -3), movement('a', 50, '2026-11-21T08:00:00Z')];
  expect(sumUnits(movements, Date.parse('2026-11-21T09:00:00Z'))).toEqual({ unitsIn: 10, unitsOut: 3 });
});

describe('choosing a warehouse', () => {
  const levels = [level('w-1', 4), level('w-2', 0), level('w-3', 9)];

  test('fills the emptiest and picks from the fullest', () => {
    expect(warehouseToFill(levels)?.warehouse.id).toBe('w-2');
    expect(warehouseToPickFrom(levels)?.warehouse.id).toBe('w-3');
  });

  test('has nowhere to pick from when all are empty', () => {
    expect(warehouseToPickFrom([level('w-1', 0)])).toBeUndefined();
    expect(warehouseToFill([])).toBeUndefined();
  });
});
