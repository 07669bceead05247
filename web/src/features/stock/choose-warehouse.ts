/** Decides in which warehouse a one-tap movement happens. Pure. */
export interface WarehouseLevel {
  readonly onHand: number;
  readonly warehouse: { readonly id: string; readonly name: string };
}

/** The warehouse that needs goods most: the one with the fewest; undefined when none is listed. */
export function warehouseToFill(levels: readonly WarehouseLevel[]): WarehouseLevel | undefined {
  return levels.toSorted((a, b) => a.onHand - b.onHand).at(0);
}

/** The warehouse to pick from: the one with the most; undefined when all are empty. */
export function warehouseToPickFrom(levels: readonly WarehouseLevel[]): WarehouseLevel | undefined {
  return levels
    .filter(({ onHand }) => onHand > 0)
    .toSorted((a, b) => b.onHand - a.onHand)
    .at(0);
}
