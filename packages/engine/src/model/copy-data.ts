/**
 * A copy in depth of data as JSON knows it: maps, lists and what they hold. Anything else is taken over as it is. A spread
 * that is corrected afterwards, because it is several times as fast as building the copy member by member.
 */
export function copyData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyData);
  return typeof value === 'object' && value !== null ? copyMembers({ ...value }) : value;
}

export function copyRecord(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyMembers({ ...value });
}

/** @param copy - changed in place */
function copyMembers(copy: Record<string, unknown>): Record<string, unknown> {
  for (const name in copy) {
    const member = copy[name];
    if (typeof member === 'object' && member !== null) copy[name] = copyData(member);
  }
  return copy;
}
