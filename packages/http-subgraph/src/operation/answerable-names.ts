/** Which of the wanted fields can be asked for of one type: the names are those of all types in a call together. */
import { Kind } from 'graphql';
import { parseFieldSet } from '../selection/index.ts';
import type { ObjectShape, TypeShape } from '../shape.ts';

/**
 * Leaves out what the type has of another subgraph, and fields whose `@requires` the representations do not have.
 * @param representations - of the type; all have the same fields, since one step made them
 */
export function answerableNames(
  names: readonly string[],
  type: TypeShape | undefined,
  [representation]: readonly Readonly<Record<string, unknown>>[],
): readonly string[] {
  if (type?.kind !== 'object' || representation === undefined) return names;
  return names.filter((name) => {
    const field = type.fields[name];
    if (field?.isExternal === true) return isInKey(type, name);
    return (
      field?.requires === undefined ||
      fieldNames(field.requires).every((one) => Object.hasOwn(representation, one))
    );
  });
}

function isInKey({ keys }: ObjectShape, name: string): boolean {
  return keys.some((key) => fieldNames(key).includes(name));
}

/** At the first level. */
function fieldNames(fieldSet: string): readonly string[] {
  return parseFieldSet(fieldSet).selections.flatMap((node) =>
    node.kind === Kind.FIELD ? [node.name.value] : [],
  );
}
