/**
 * `util.math`.
 * Differs or unconfirmed: the guide does not say whether the end of `randomWithinRange` can be drawn; here it
 * cannot, as with `java.util.Random.nextInt(origin, bound)`.
 */
export function buildMathUtil(random: () => number) {
  return {
    roundNum: (value: number): number => Math.round(value),
    minVal: (a: number, b: number): number => Math.min(a, b),
    maxVal: (a: number, b: number): number => Math.max(a, b),
    randomDouble: (): number => random(),
    randomWithinRange: (start: number, end: number): number => start + Math.floor(random() * (end - start)),
  };
}
