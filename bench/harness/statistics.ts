/** Medians of a handful of rounds. */

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws Error without values */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: quantile(sorted, 0), max: quantile(sorted, 1) };
}

/**
 * Linear interpolation between the neighbors.
 * @param sorted - ascending
 * @param share - 0..1
 * @throws Error without values
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new Error('no values to summarize');
  return below + (above - below) * (position - Math.floor(position));
}

/** Round by round: both were measured within seconds of each other. */
export function ratios(numerators: readonly number[], denominators: readonly number[]): readonly number[] {
  return numerators.map((value, round) => value / (denominators[round] ?? Number.NaN));
}
