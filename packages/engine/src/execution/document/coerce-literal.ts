import {
  type GraphQLInputType,
  Kind,
  type ValueNode,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { leafCodec } from '../scalars/leaf-codec.ts';
import { readScalarLiteral } from './scalar-literal.ts';

export interface CoercedLiteral {
  readonly value: unknown;
  /** The literal is a variable that the request left out. */
  readonly isOmittedVariable: boolean;
}

/**
 * The value of a literal that validation has accepted; an omitted variable becomes null, as AppSync hands it to
 * resolvers. Defaults of input fields are not applied: AppSync does not deliver them.
 */
export function coerceLiteral(
  node: ValueNode,
  type: GraphQLInputType,
  variables: Readonly<Record<string, unknown>>,
): CoercedLiteral {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    const isOmittedVariable = !Object.hasOwn(variables, name);
    return { value: isOmittedVariable ? null : cloneInput(variables[name]), isOmittedVariable };
  }
  return { value: readLiteral(node, type, variables), isOmittedVariable: false };
}

function readLiteral(
  node: ValueNode,
  type: GraphQLInputType,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  if (isNonNullType(type)) return readLiteral(node, type.ofType, variables);
  if (node.kind === Kind.NULL) return null;
  if (isListType(type)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    return items.map((item) => coerceLiteral(item, type.ofType, variables).value);
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const entries = node.kind === Kind.OBJECT ? node.fields : [];
    const value: Record<string, unknown> = {};
    for (const entry of entries) {
      const field = fields[entry.name.value];
      if (field !== undefined) value[field.name] = coerceLiteral(entry.value, field.type, variables).value;
    }
    return value;
  }
  const literal = readScalarLiteral(node, type);
  return literal.ok ? leafCodec(type).parse(literal.value) : null;
}

/** Resolvers may change their arguments in depth; a variable that is used twice must not be shared. */
function cloneInput(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? structuredClone(value) : value;
}
