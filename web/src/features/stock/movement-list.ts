/** Keeps the list of stock movements while events arrive, and reads figures from it. Pure. */
import type { StockMovementRowFragment } from '../../generated/graphql.ts';

/** Puts a movement first; one that is known already moves nothing. Keeps at most `maxCount`. */
export function prependMovement(
  movements: readonly StockMovementRowFragment[],
  movement: StockMovementRowFragment,
  maxCount: number,
): StockMovementRowFragment[] {
  const isKnown = movements.some(({ id }) => id === movement.id);
  return isKnown ? [...movements] : [movement, ...movements].slice(0, maxCount);
}

/** Units that came in and went out since a point in time (epoch milliseconds); both counted upwards from zero. */
export function sumUnits(
  movements: readonly Pick<StockMovementRowFragment, 'delta' | 'at'>[],
  sinceMs: number,
): { readonly unitsIn: number; readonly unitsOut: number } {
  const deltas = movements.filter(({ at }) => Date.parse(at) >= sinceMs).map(({ delta }) => delta);
  return {
    unitsIn: deltas.filter((delta) => delta > 0).reduce((sum, delta) => sum + delta, 0),
    unitsOut: deltas.filter((delta) => delta < 0).reduce((sum, delta) => sum - delta, 0),
  };
}
