/**
 * Makes equal objects and lists of a parsed JSON value one object: answers repeat an entity wherever it occurs, and
 * what is one object is joined and completed once.
 */

/** What has equal first members is compared with so many others at most. Own choice, 2026-11-21. */
const MAX_CANDIDATES = 8;
/** An answer whose first so many objects and lists are all different is left as it is. Own choice, 2026-11-21. */
const MAX_DIFFERENT = 256;

type Composite = Record<string, unknown> | unknown[];

interface Known {
  /** By a member of theirs. */
  readonly objects: Map<unknown, Record<string, unknown>[]>;
  readonly lists: Map<unknown, unknown[][]>;
  different: number;
  repeated: number;
}

/** @param value - as `JSON.parse` made it; its members are replaced by their equals */
export function shareEqual(value: unknown): unknown {
  return share(value, { objects: new Map(), lists: new Map(), different: 0, repeated: 0 });
}

function share(value: unknown, known: Known): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (known.repeated === 0 && known.different > MAX_DIFFERENT) return value;
  if (Array.isArray(value)) return shareList(value, known);
  return shareObject(value as Record<string, unknown>, known);
}

function shareList(list: unknown[], known: Known): unknown[] {
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (typeof item === 'object' && item !== null) list[index] = share(item, known);
  }
  return firstEqual(list, known, { all: known.lists, member: list[0], isEqual: equalLists });
}

function shareObject(object: Record<string, unknown>, known: Known): Record<string, unknown> {
  let member: unknown;
  for (const name in object) {
    let value = object[name];
    if (typeof value === 'object' && value !== null) {
      const shared = share(value, known);
      if (shared !== value) object[name] = shared;
      value = shared;
    }
    // Not the type's name, which is the same in all.
    if (member === undefined && name !== '__typename') member = value;
  }
  return firstEqual(object, known, { all: known.objects, member, isEqual: equalObjects });
}

interface Search<Kind extends Composite> {
  readonly all: Map<unknown, Kind[]>;
  readonly member: unknown;
  readonly isEqual: (one: Kind, other: Kind) => boolean;
}

function firstEqual<Kind extends Composite>(
  value: Kind,
  known: Known,
  { all, member, isEqual }: Search<Kind>,
): Kind {
  const candidates = all.get(member);
  if (candidates === undefined) {
    all.set(member, [value]);
    known.different += 1;
    return value;
  }
  const found = candidates.find((one) => isEqual(one, value));
  if (found !== undefined) {
    known.repeated += 1;
    return found;
  }
  if (candidates.length < MAX_CANDIDATES) candidates.push(value);
  known.different += 1;
  return value;
}

/** Members that are objects have been shared already: equal ones are the same. */
function equalLists(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function equalObjects(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  let count = 0;
  for (const name in one) {
    if (one[name] !== other[name]) return false;
    count += 1;
  }
  for (const name in other) {
    if (other[name] === undefined || one[name] === undefined) return false;
    count -= 1;
  }
  return count === 0;
}
