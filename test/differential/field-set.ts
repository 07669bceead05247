/** Field sets of `@key`, `@requires` and `@provides` as nested objects, without fragments and arguments. */
import { Kind, parse } from 'graphql';
import type { SelectionSetNode } from 'graphql';

/** Field -> what is selected below it; true for a leaf. In the order written. */
export interface FieldSet {
  readonly [fieldName: string]: FieldSet | true;
}

/** @throws GraphQLError for text that is no field set */
export function parseFieldSet(text: string): FieldSet {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no field set.`);
  return read(operation.selectionSet);
}

function read({ selections }: SelectionSetNode): FieldSet {
  return Object.fromEntries(
    selections.flatMap((one) =>
      one.kind === Kind.FIELD
        ? [[one.name.value, one.selectionSet === undefined ? true : read(one.selectionSet)]]
        : [],
    ),
  );
}
