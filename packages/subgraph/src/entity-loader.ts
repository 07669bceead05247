/** How a subgraph finds its entities: one call for all distinct representations of a type. */
import type { SubgraphError } from './subgraph-error.ts';
import type { Representation } from './representation.ts';

/** The entity's fields of this subgraph that take no arguments; null: there is none; an error: this one is refused. */
export type EntityAnswer<Entity extends object = object> = Entity | SubgraphError | null;

/** Answers distinct representations of one type; the list is as long as the one given, in the same order. */
export type EntityLoader = (
  representations: readonly Representation[],
) => Promise<readonly EntityAnswer[]> | readonly EntityAnswer[];

/** Answers distinct values of one single-field key, in the order given. */
export type KeyLoader = (
  keys: readonly string[],
) => Promise<readonly EntityAnswer[]> | readonly EntityAnswer[];

/**
 * Entity loader for types whose keys are single fields: one loader per key, each called at most once per batch
 * with distinct values. A representation goes to the first key, in the order written, that it holds.
 * @throws TypeError for a representation that holds none of the keys
 */
export function byKeys(loaders: Readonly<Record<string, KeyLoader>>): EntityLoader {
  return async (representations) => {
    const keyed = representations.map((representation) => toKey(representation, Object.keys(loaders)));
    const answers = await Promise.all(
      Object.entries(loaders).map(async ([field, load]) => {
        const values = [...new Set(keyed.filter((key) => key.field === field).map((key) => key.value))];
        const found = values.length === 0 ? [] : await load(values);
        return [field, new Map(values.map((value, position) => [value, found[position] ?? null]))] as const;
      }),
    );
    const byField = new Map(answers);
    return keyed.map((key) => byField.get(key.field)?.get(key.value) ?? null);
  };
}

function toKey(representation: Representation, fields: readonly string[]): { field: string; value: string } {
  for (const field of fields) {
    const value = representation[field];
    if (typeof value === 'string' || typeof value === 'number') return { field, value: String(value) };
  }
  throw new TypeError(
    `a ${representation.__typename} is found by ${fields.join(' or ')}, got ${JSON.stringify(representation)}`,
  );
}
