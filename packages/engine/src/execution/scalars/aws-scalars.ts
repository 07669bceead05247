/** The scalars that AppSync predefines. See AppSync developer guide, "Scalar types in GraphQL". */
import { isEmail, isIpAddress, isPhone, isUrl } from './addresses.ts';
import { isAwsDate, isAwsDateTime, isAwsTime } from './date-and-time.ts';
import { type ScalarCodec, ScalarFault, unexpectedType } from './scalar-codec.ts';

/** Range of AWSTimestamp in seconds, as the service's own description of the scalar gives it (2026-11). */
const MIN_TIMESTAMP = -31_557_014_167_219_200;
const MAX_TIMESTAMP = 31_556_889_864_403_199;

export const AWS_SCALARS: Readonly<Record<string, ScalarCodec>> = {
  AWSDate: textScalar(isAwsDate, 'Date Object'),
  AWSTime: textScalar(isAwsTime, 'Time Object'),
  AWSDateTime: textScalar(isAwsDateTime, 'DateTime Object'),
  AWSTimestamp: {
    parse: (value) => timestamp(value, 'parse'),
    serialize: (value) => timestamp(value, 'serialize'),
  },
  AWSEmail: textScalar(isEmail, 'email'),
  AWSJSON: { parse: parseJson, serialize: (value) => JSON.stringify(value) },
  AWSURL: textScalar(isUrl, 'URL'),
  AWSPhone: textScalar(isPhone, 'phone number'),
  AWSIPAddress: textScalar(isIpAddress, 'IP address'),
};

function textScalar(accepts: (text: string) => boolean, noun: string): ScalarCodec {
  const check = (value: unknown, verb: 'parse' | 'serialize'): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new ScalarFault(`Unable to ${verb} \`${show(value)}\` as a valid ${noun}.`);
  };
  return { parse: (value) => check(value, 'parse'), serialize: (value) => check(value, 'serialize') };
}

function timestamp(value: unknown, verb: 'parse' | 'serialize'): number {
  if (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= MIN_TIMESTAMP &&
    value <= MAX_TIMESTAMP
  ) {
    return value;
  }
  throw new ScalarFault(`Unable to ${verb} \`${show(value)}\` as a valid timestamp.`);
}

/** Input is JSON text; resolvers see the parsed value. */
function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') throw unexpectedType('AWSJSON', value);
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new ScalarFault(`Unable to parse \`${value}\` as valid JSON.`);
  }
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
