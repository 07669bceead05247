import { Kind } from 'graphql';
import type { FieldShape } from '../shape.ts';
import { parseFieldSet } from './parse-field-set.ts';

/**
 * Whether the subgraph has what a field of its own requires of others: only where its representations hold it.
 * @param held - names of the fields that the representations hold; undefined below and outside of `_entities`
 */
export function isSupplied({ requires }: FieldShape, held: ReadonlySet<string> | undefined): boolean {
  if (requires === undefined) return true;
  if (held === undefined) return false;
  return parseFieldSet(requires).selections.every(
    (node) => node.kind !== Kind.FIELD || node.name.value === '__typename' || held.has(node.name.value),
  );
}
