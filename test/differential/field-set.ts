/** Field sets of `@key`, `@requires` and `@provides` as nested objects. */
import { Kind, parse, print } from 'graphql';
import type { SelectionSetNode } from 'graphql';

/**
 * Field, with its arguments as they are written, or `... on Type` -> what is selected below it; true for a leaf. In the
 * order written.
 */
export interface FieldSet {
  readonly [selection: string]: FieldSet | true;
}

/** @throws GraphQLError for text that is no field set */
export function parseFieldSet(text: string): FieldSet {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no field set.`);
  return read(operation.selectionSet);
}

function read({ selections }: SelectionSetNode): FieldSet {
  return Object.fromEntries(
    selections.flatMap((one) => {
      if (one.kind === Kind.INLINE_FRAGMENT)
        return [[`... on ${one.typeCondition?.name.value ?? ''}`, read(one.selectionSet)]];
      if (one.kind !== Kind.FIELD) return [];
      const { selectionSet, ...alone } = one;
      return [[print(alone), selectionSet === undefined ? true : read(selectionSet)]];
    }),
  );
}

/** The type that `... on Type` names; undefined for a field. */
export function fragmentType(selection: string): string | undefined {
  return selection.startsWith('... on ') ? selection.slice('... on '.length) : undefined;
}

/** The field's name without its arguments. */
export function fieldName(selection: string): string {
  return selection.split('(')[0] ?? selection;
}
