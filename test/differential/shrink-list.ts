/** Delta debugging: a small part of a list that still fails. Zeller and Hildebrandt, 2002, without the second half. */

/**
 * @param fails - whether these items alone still fail; it holds for `items`
 * @returns items of which none can be left out alone
 */
export async function shrinkList<T>(
  items: readonly T[],
  fails: (kept: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = items;
  for (let size = Math.ceil(kept.length / 2); size > 0;) {
    let isSmaller = false;
    for (let from = 0; from < kept.length;) {
      const rest = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (await fails(rest)) {
        kept = rest;
        isSmaller = true;
      } else from += size;
    }
    if (size === 1 && !isSmaller) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return kept;
}
