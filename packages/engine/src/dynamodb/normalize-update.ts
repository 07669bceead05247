/**
 * Makes dynalite's update arithmetic follow DynamoDB: right-hand sides are values of the item before the update
 * (`SET m.x = m` must not make a cycle), and list elements are removed by their old positions.
 * @see DynamoDB developer guide, "Update expressions"
 */
import dynalite from 'dynalite/db/index.js';
import type { AttributeMap } from './contract.ts';
import { isList } from '../model/is-list.ts';
import { isRecord } from '../model/is-record.ts';

type Section = Readonly<Record<string, unknown>>;

/** @param updates - `_updates` of a validated UpdateItem; @param item - the item before the update */
export function normalizeUpdate(updates: unknown, item: AttributeMap): unknown {
  if (!isRecord(updates) || !Array.isArray(updates.sections)) return updates;
  const sections: Section[] = updates.sections
    .filter(isRecord)
    .map((section) => (section.type === 'set' ? { ...section, val: toLiteral(section.val, item) } : section));
  const removals = sections.filter((section) => removedIndex(section) !== undefined);
  const others = sections.filter((section) => removedIndex(section) === undefined);
  // Highest position first: a removal then moves nothing that is still to be removed; and after all other sections,
  // since those speak of old positions too.
  removals.sort((left, right) => (removedIndex(right) ?? 0) - (removedIndex(left) ?? 0));
  return { ...updates, sections: [...others, ...removals] };
}

function removedIndex(section: Section): number | undefined {
  const last: unknown = Array.isArray(section.path) ? section.path.at(-1) : undefined;
  return section.type === 'remove' && typeof last === 'number' ? last : undefined;
}

/** Replaces paths by copies of what they hold; a path to nothing stays, for dynalite's error message. */
function toLiteral(value: unknown, item: AttributeMap): unknown {
  if (isList(value)) return copyAt(value, item) ?? value;
  if (!isRecord(value) || !isList(value.args)) return value;
  if (value.type === 'function' && value.name === 'if_not_exists') {
    const [path, fallback] = value.args;
    return (isList(path) ? copyAt(path, item) : undefined) ?? toLiteral(fallback, item);
  }
  return { ...value, args: value.args.map((operand) => toLiteral(operand, item)) };
}

function copyAt(path: readonly unknown[], item: AttributeMap): unknown {
  const found = dynalite.mapPath(path as readonly (string | number)[], item);
  return found ? structuredClone(found) : undefined;
}
