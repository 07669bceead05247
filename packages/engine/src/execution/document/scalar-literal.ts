import { type GraphQLLeafType, Kind, type ValueNode, isEnumType } from 'graphql';

export type ScalarLiteral = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/**
 * The plain value of a literal in a leaf position; not ok when the kind of literal can't be given for the type
 * (a quoted enum value, an object for AWSJSON).
 */
export function readScalarLiteral(node: ValueNode, type: GraphQLLeafType): ScalarLiteral {
  if (isEnumType(type)) return node.kind === Kind.ENUM ? { ok: true, value: node.value } : { ok: false };
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return { ok: true, value: node.value };
    case Kind.INT:
      // An ID keeps the digits as written: they may exceed what a number holds.
      return { ok: true, value: type.name === 'ID' ? node.value : Number(node.value) };
    case Kind.FLOAT:
      return type.name === 'Int' || type.name === 'AWSTimestamp'
        ? { ok: false }
        : { ok: true, value: Number(node.value) };
    case Kind.ENUM:
    case Kind.LIST:
    case Kind.OBJECT:
    case Kind.NULL:
    case Kind.VARIABLE:
      return { ok: false };
  }
}
