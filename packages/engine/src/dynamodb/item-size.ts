/** @see DynamoDB developer guide, "Item sizes and formats": names and text count as UTF-8 bytes */
import type { AttributeMap, AttributeValue } from './contract.ts';
import { isList } from '../model/is-list.ts';
import { isRecord } from '../model/is-record.ts';

/** Bytes of overhead of a list or map, and of each of its members. */
const CONTAINER_BYTES = 3;
const MEMBER_BYTES = 1;

/**
 * Bytes that DynamoDB counts for an item. Every item read comes by here: `for in` makes no lists of names, and nothing
 * enumerable is inherited.
 */
export function itemSizeBytes(item: Readonly<AttributeMap>): number {
  let sum = 0;
  for (const name in item) {
    const value = item[name];
    sum += Buffer.byteLength(name) + (value === undefined ? 0 : valueSizeBytes(value));
  }
  return sum;
}

function valueSizeBytes(value: AttributeValue): number {
  for (const type in value) return contentSizeBytes(type, value[type]);
  return 1;
}

/** @param type - e.g. `S`, `N` or `L` */
function contentSizeBytes(type: string, content: unknown): number {
  if (typeof content === 'string') return scalarSizeBytes(type, content);
  if (isList(content)) {
    if (type !== 'L')
      return content.reduce<number>((sum, entry) => sum + scalarSizeBytes(type[0], String(entry)), 0);
    return content.reduce<number>(
      (sum, entry) => sum + MEMBER_BYTES + (isRecord(entry) ? valueSizeBytes(entry) : 0),
      CONTAINER_BYTES,
    );
  }
  if (!isRecord(content)) return 1;
  let sum = CONTAINER_BYTES;
  for (const name in content) {
    const member = content[name];
    sum += MEMBER_BYTES + Buffer.byteLength(name) + (isRecord(member) ? valueSizeBytes(member) : 0);
  }
  return sum;
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
