/**
 * GraphQL's own scalars with the coercion rules of graphql-java, on which AppSync is built: numbers become strings,
 * numeric strings become numbers, and lists or objects never become a scalar.
 */
import { type ScalarCodec, unexpectedType } from './scalar-codec.ts';

/** GraphQL spec (September 2025), "Int": 32-bit signed. */
const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

const NUMERIC_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export const BUILT_IN_SCALARS: Readonly<Record<string, ScalarCodec>> = {
  String: {
    parse: (value) => parseText(value, 'String'),
    serialize: (value) => serializeText(value, 'String'),
  },
  ID: { parse: parseId, serialize: (value) => serializeText(value, 'ID') },
  Int: { parse: parseInt32, serialize: serializeInt32 },
  Float: { parse: parseFloat64, serialize: serializeFloat64 },
  Boolean: { parse: parseBoolean, serialize: serializeBoolean },
};

function parseText(value: unknown, typeName: string): string {
  if (typeof value === 'string') return value;
  throw unexpectedType(typeName, value);
}

function parseId(value: unknown): string {
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  return parseText(value, 'ID');
}

function serializeText(value: unknown, typeName: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unexpectedType(typeName, value);
}

function parseInt32(value: unknown): number {
  if (typeof value === 'number' && isInt32(value)) return value;
  throw unexpectedType('Int', value);
}

function serializeInt32(value: unknown): number {
  const number = toNumber(value);
  if (number !== undefined && isInt32(number)) return number;
  throw unexpectedType('Int', value);
}

function parseFloat64(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw unexpectedType('Float', value);
}

function serializeFloat64(value: unknown): number {
  const number = toNumber(value);
  if (number !== undefined && Number.isFinite(number)) return number;
  throw unexpectedType('Float', value);
}

function parseBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw unexpectedType('Boolean', value);
}

function serializeBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw unexpectedType('Boolean', value);
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= MIN_INT && value <= MAX_INT;
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMERIC_TEXT.test(value) ? Number(value) : undefined;
}
