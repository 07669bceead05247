import { isRecord } from './is-record.ts';

/** Representations: what a gateway knows about an entity. Federation subgraph spec, "Query._entities". */
export interface Representation {
  readonly __typename: string;
  /** Key fields, and the fields that the subgraph's `@requires` ask for. */
  readonly [fieldName: string]: unknown;
}

function isRepresentation(value: unknown): value is Representation {
  return isRecord(value) && typeof value['__typename'] === 'string';
}

/**
 * Parses `arguments.representations` of an `_entities` event.
 * @throws TypeError when it is not a list of objects with `__typename`: the gateway is at fault, not the client
 */
export function parseRepresentations(input: unknown): readonly Representation[] {
  if (!Array.isArray(input))
    throw new TypeError(`representations must be a list, got ${JSON.stringify(input)}`);
  return input.map((element: unknown) => {
    if (isRepresentation(element)) return element;
    throw new TypeError(`a representation must be an object with __typename, got ${JSON.stringify(element)}`);
  });
}

function sortedByName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedByName);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sortedByName(value[name])]),
  );
}

/** Text that two representations share exactly when they hold the same fields with the same values, in any order. */
export function representationIdentity(representation: Representation): string {
  return JSON.stringify(sortedByName(representation));
}
