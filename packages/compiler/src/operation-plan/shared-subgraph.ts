/**
 * Of the subgraphs that can answer a root field equally well, the one that other root fields of the operation go to:
 * what is asked of one subgraph at one time is one request.
 * @param own - in order of preference
 * @param others - the same of the other root fields
 */
export function sharedSubgraph(
  own: readonly string[],
  others: readonly (readonly string[])[],
): string | undefined {
  const settled = new Set(others.flatMap((names) => (names.length === 1 ? names : [])));
  const settledOne = own.find((name) => settled.has(name));
  if (settledOne !== undefined || own.length < 2) return settledOne ?? own[0];
  const counts = own.map((name) => others.filter((names) => names.includes(name)).length);
  const most = Math.max(...counts);
  // Fields without a reason of their own agree on one by its name.
  return most === 0 ? own[0] : own.filter((_, index) => counts[index] === most).sort()[0];
}
