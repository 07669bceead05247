/** Is a literal acceptable for an input type? Texts follow graphql-java's "WrongType". */
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  Kind,
  type ObjectValueNode,
  type ValueNode,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { leafCodec } from '../scalars/leaf-codec.ts';
import { ScalarFault } from '../scalars/scalar-codec.ts';
import { formatJavaLiteral } from './java-literal.ts';
import { readScalarLiteral } from './scalar-literal.ts';

/** @returns the message (without prefix and path) of the first fault, or undefined */
export function checkLiteral(node: ValueNode, type: GraphQLInputType, argument: string): string | undefined {
  // Variables are checked by position, against their declared types.
  if (node.kind === Kind.VARIABLE) return undefined;
  if (isNonNullType(type)) {
    if (node.kind === Kind.NULL) return `argument '${argument}' with value 'NullValue{}' must not be null`;
    return checkLiteral(node, type.ofType, argument);
  }
  if (node.kind === Kind.NULL) return undefined;
  if (isListType(type)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    const faults = items.map((item, index) => checkLiteral(item, type.ofType, `${argument}[${index}]`));
    return faults.find((fault) => fault !== undefined);
  }
  if (isInputObjectType(type)) {
    if (node.kind !== Kind.OBJECT) return `${received(argument, node)} must be an object type`;
    return checkObjectLiteral(node, type, argument);
  }
  const literal = readScalarLiteral(node, type);
  if (literal.ok && isAccepted(literal.value, (value) => leafCodec(type).parse(value))) return undefined;
  return `${received(argument, node)} is not a valid '${type.name}'`;
}

function checkObjectLiteral(
  node: ObjectValueNode,
  type: GraphQLInputObjectType,
  argument: string,
): string | undefined {
  const fields = type.getFields();
  const written = new Set(node.fields.map((field) => field.name.value));
  const missing = Object.values(fields).filter(
    (field) => isRequiredInputField(field) && !written.has(field.name),
  );
  if (missing.length > 0) {
    return `${received(argument, node)} is missing required fields '[${missing.map((field) => field.name).join(', ')}]'`;
  }
  for (const { name, value } of node.fields) {
    const field = fields[name.value];
    if (field === undefined)
      return `${received(argument, node)} contains a field not in '${type.name}': '${name.value}'`;
    const fault = checkLiteral(value, field.type, `${argument}.${name.value}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function received(argument: string, node: ValueNode): string {
  return `argument '${argument}' with value '${formatJavaLiteral(node)}'`;
}

function isAccepted(value: unknown, parse: (value: unknown) => unknown): boolean {
  try {
    parse(value);
    return true;
  } catch (fault) {
    if (fault instanceof ScalarFault) return false;
    throw fault;
  }
}
