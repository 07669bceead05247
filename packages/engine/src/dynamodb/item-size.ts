/** @see DynamoDB developer guide, "Item sizes and formats": names and text count as UTF-8 bytes */
import type { AttributeMap, AttributeValue } from './contract.ts';
import { isList } from '../model/is-list.ts';
import { isRecord } from '../model/is-record.ts';

/** Bytes of overhead of a list or map, and of each of its members. */
const CONTAINER_BYTES = 3;
const MEMBER_BYTES = 1;

/** Bytes that DynamoDB counts for an item. */
export function itemSizeBytes(item: Readonly<AttributeMap>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSizeBytes(value),
    0,
  );
}

function valueSizeBytes(value: AttributeValue): number {
  const [type, content] = Object.entries(value)[0] ?? [];
  if (typeof content === 'string') return scalarSizeBytes(type, content);
  if (isList(content)) {
    if (type !== 'L')
      return content.reduce<number>((sum, entry) => sum + scalarSizeBytes(type?.[0], String(entry)), 0);
    return content.reduce<number>(
      (sum, entry) => sum + MEMBER_BYTES + (isRecord(entry) ? valueSizeBytes(entry) : 0),
      CONTAINER_BYTES,
    );
  }
  if (!isRecord(content)) return 1;
  return Object.entries(content).reduce(
    (sum, [name, member]) =>
      sum + MEMBER_BYTES + Buffer.byteLength(name) + (isRecord(member) ? valueSizeBytes(member) : 0),
    CONTAINER_BYTES,
  );
}

function scalarSizeBytes(type: string | undefined, text: string): number {
  if (type === 'B') return Buffer.byteLength(text, 'base64');
  if (type !== 'N') return Buffer.byteLength(text);
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}
