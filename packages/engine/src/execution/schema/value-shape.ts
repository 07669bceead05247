/** How to complete a value of one output type, decided once per field instead of once per value. */
import {
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { leafCodec } from '../scalars/leaf-codec.ts';

interface CommonShape {
  readonly isNonNull: boolean;
  /** The type without its outer `!`, for messages. */
  readonly typeName: string;
}

export type ValueShape =
  | (CommonShape & { readonly kind: 'leaf'; readonly serialize: (value: unknown) => unknown })
  | (CommonShape & { readonly kind: 'list'; readonly item: ValueShape })
  | (CommonShape & { readonly kind: 'object'; readonly type: GraphQLObjectType })
  | (CommonShape & { readonly kind: 'abstract'; readonly type: GraphQLAbstractType });

export function toValueShape(type: GraphQLOutputType): ValueShape {
  const isNonNull = isNonNullType(type);
  const nullable = isNonNullType(type) ? type.ofType : type;
  const common = { isNonNull, typeName: String(nullable) };
  if (isListType(nullable)) return { ...common, kind: 'list', item: toValueShape(nullable.ofType) };
  if (isLeafType(nullable)) {
    // Introspection has enums of its own whose internal values differ from their names.
    const isMeta = nullable.name.startsWith('__');
    const codec = isMeta ? nullable : leafCodec(nullable);
    return { ...common, kind: 'leaf', serialize: (value) => codec.serialize(value) };
  }
  if (isObjectType(nullable)) return { ...common, kind: 'object', type: nullable };
  return { ...common, kind: 'abstract', type: nullable };
}
