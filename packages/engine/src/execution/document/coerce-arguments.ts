import { type ArgumentNode, type FieldNode, type GraphQLArgument } from 'graphql';
import { coerceLiteral } from './coerce-literal.ts';

export interface ArgumentOptions {
  /** AppSync does not hand schema defaults to resolvers; true follows the GraphQL specification instead. */
  readonly deliverArgumentDefaults: boolean;
}

/**
 * GraphQL spec, "Coercing Field Arguments", as AppSync does it: only written arguments appear, and one that is bound
 * to an omitted variable appears as null.
 */
export function coerceArguments(
  field: { readonly node: FieldNode; readonly definitions: readonly GraphQLArgument[] },
  variables: Readonly<Record<string, unknown>>,
  options: ArgumentOptions,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const definition of field.definitions) {
    const written = findArgument(field.node, definition.name);
    const coerced =
      written === undefined ? undefined : coerceLiteral(written.value, definition.type, variables);
    const isMissing = coerced === undefined || coerced.isOmittedVariable;
    if (isMissing && options.deliverArgumentDefaults && definition.defaultValue !== undefined) {
      values[definition.name] = structuredClone(definition.defaultValue);
    } else if (coerced !== undefined) {
      values[definition.name] = coerced.value;
    }
  }
  return values;
}

function findArgument(node: FieldNode, name: string): ArgumentNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name);
}
