import { isRecord } from '../../../model/is-record.ts';
import { toTypedMap, toTypedValue } from './typed-value.ts';
import type { TypedValue } from './typed-value.ts';

/**
 * `util.dynamodb`. Every builder but `toDynamoDB` and `toNull` answers null for null and undefined.
 * @see AppSync developer guide, "DynamoDB helpers in util.dynamodb"
 */
export function buildDynamoDbUtil() {
  return {
    toDynamoDB: toTypedValue,
    toString: typed('S'),
    toStringSet: typed('SS'),
    toNumber: typed('N'),
    toNumberSet: typed('NS'),
    toBinary: typed('B'),
    toBinarySet: typed('BS'),
    toBoolean: typed('BOOL'),
    toNull: (): TypedValue => ({ NULL: null }),
    toList: (value: unknown): TypedValue | null => (Array.isArray(value) ? toTypedValue(value) : null),
    toMap: (value: unknown): TypedValue | null => (isRecord(value) ? { M: toTypedMap(value) } : null),
    toMapValues: (value: unknown): TypedValue | null => (isRecord(value) ? toTypedMap(value) : null),
    toS3Object,
    fromS3ObjectJson,
  };
}

function typed(type: string): (value: unknown) => TypedValue | null {
  return (value) => (value === null || value === undefined ? null : { [type]: value });
}

function toS3Object(key: unknown, bucket: unknown, region: unknown, ...rest: unknown[]): TypedValue | null {
  if (key === null || key === undefined) return null;
  const [version] = rest;
  return {
    S: JSON.stringify({ s3: { key, bucket, region, ...(version === undefined ? {} : { version }) } }),
  };
}

/** The inner object of the text that `toS3Object` made; null when the text is something else. */
function fromS3ObjectJson(text: unknown): unknown {
  try {
    const parsed: unknown = JSON.parse(String(text));
    return isRecord(parsed) ? (parsed['s3'] ?? null) : null;
  } catch {
    return null;
  }
}
