/** Comparison of typed attribute values, as conditions and filters see them. */
import dynalite from 'dynalite/db/index.js';
import type { AttributeValue } from './contract.ts';
import { isList } from '../model/is-list.ts';
import { isRecord } from '../model/is-record.ts';

/** The type tag and content of a value, e.g. `['S', 'a']`. */
export function typed(value: AttributeValue): readonly [string, unknown] {
  return Object.entries(value)[0] ?? ['NULL', true];
}

/** Deep equality: numbers by value, sets without order. */
export function valuesEqual(left: AttributeValue, right: AttributeValue): boolean {
  const [leftType, leftContent] = typed(left);
  const [rightType, rightContent] = typed(right);
  if (leftType !== rightType) return false;
  if (leftType === 'N') return sortable('N', leftContent) === sortable('N', rightContent);
  if (isList(leftContent) && isList(rightContent)) {
    if (leftContent.length !== rightContent.length) return false;
    if (leftType === 'L') return leftContent.every((entry, at) => membersEqual(entry, rightContent[at]));
    const rightSet = new Set(rightContent.map((entry) => sortable(leftType[0] ?? 'S', entry)));
    return leftContent.every((entry) => rightSet.has(sortable(leftType[0] ?? 'S', entry)));
  }
  if (isRecord(leftContent) && isRecord(rightContent)) return mapsEqual(leftContent, rightContent);
  return leftContent === rightContent;
}

function mapsEqual(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => {
    return membersEqual(left[name], right[name]);
  });
}

function membersEqual(left: unknown, right: unknown): boolean {
  return isRecord(left) && isRecord(right) && valuesEqual(left, right);
}

/** Negative, 0 or positive; undefined when the two can't be ordered (different types, or not S, N or B). */
export function compareValues(left: AttributeValue, right: AttributeValue): number | undefined {
  const [leftType, leftContent] = typed(left);
  const [rightType, rightContent] = typed(right);
  if (leftType !== rightType || !['S', 'N', 'B'].includes(leftType)) return undefined;
  return Buffer.compare(
    Buffer.from(sortable(leftType, leftContent)),
    Buffer.from(sortable(rightType, rightContent)),
  );
}

/** Text that sorts as the value does: UTF-8 for S, dynalite's number encoding for N, bytes as hex for B. */
function sortable(type: string, content: unknown): string {
  return type === 'S' ? String(content) : dynalite.toLexiStr(String(content), type);
}

/** `contains(container, value)`: part of a text or binary, member of a set or list. */
export function containsValue(container: AttributeValue, value: AttributeValue): boolean {
  const [type, content] = typed(container);
  const [valueType, valueContent] = typed(value);
  if (type === 'L' && isList(content)) return content.some((entry) => membersEqual(entry, value));
  if (isList(content)) {
    return (
      type === `${valueType}S` &&
      content.some((entry) => sortable(valueType, entry) === sortable(valueType, valueContent))
    );
  }
  if (type !== valueType) return false;
  if (type === 'S') return String(content).includes(String(valueContent));
  return type === 'B' && bytes(content).includes(bytes(valueContent));
}

/** `begins_with(value, prefix)` on texts or binaries. */
export function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  const [type, content] = typed(value);
  const [prefixType, prefixContent] = typed(prefix);
  if (type !== prefixType) return false;
  if (type === 'S') return String(content).startsWith(String(prefixContent));
  const start = bytes(prefixContent);
  return type === 'B' && bytes(content).subarray(0, start.length).equals(start);
}

/** `size(value)`: characters, bytes or members; undefined for types without a size. */
export function valueSize(value: AttributeValue): number | undefined {
  const [type, content] = typed(value);
  if (type === 'S') return String(content).length;
  if (type === 'B') return bytes(content).length;
  if (isList(content)) return content.length;
  return isRecord(content) ? Object.keys(content).length : undefined;
}

const bytes = (base64: unknown): Buffer => Buffer.from(String(base64), 'base64');
