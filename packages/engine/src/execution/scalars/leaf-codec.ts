import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { AWS_SCALARS } from './aws-scalars.ts';
import { BUILT_IN_SCALARS } from './built-in-scalars.ts';
import { type ScalarCodec, ScalarFault } from './scalar-codec.ts';

const codecs = new WeakMap<GraphQLLeafType, ScalarCodec>();

/** The codec of a scalar or an enum of an API's schema; AppSync has no custom scalars. */
export function leafCodec(type: GraphQLLeafType): ScalarCodec {
  const known = codecs.get(type);
  if (known !== undefined) return known;
  const codec = isEnumType(type) ? enumCodec(type) : (BUILT_IN_SCALARS[type.name] ?? AWS_SCALARS[type.name]);
  if (codec === undefined)
    throw new Error(`Internal error: no codec for scalar ${type.name}. Please report this.`);
  codecs.set(type, codec);
  return codec;
}

function enumCodec(type: GraphQLEnumType): ScalarCodec {
  const names = new Set(type.getValues().map((value) => value.name));
  const check = (value: unknown): unknown => {
    if (typeof value === 'string' && names.has(value)) return value;
    throw new ScalarFault(`Invalid input for Enum '${type.name}'. Unknown value '${String(value)}'`);
  };
  return { parse: check, serialize: check };
}
