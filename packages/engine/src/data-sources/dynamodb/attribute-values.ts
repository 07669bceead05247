/** Typed attribute values: as request handlers write them, as the service wants them, and as plain values. */
import { isRecord } from '../../model/is-record.ts';

export type AttributeMap = Readonly<Record<string, unknown>>;

/** A request handler's value is not a typed attribute value. */
export class AttributeFault extends Error {
  override readonly name = 'AttributeFault';
}

const TYPES = new Set(['S', 'SS', 'N', 'NS', 'B', 'BS', 'BOOL', 'L', 'M', 'NULL']);

/**
 * Handler form to service form: numbers inside `N` and `NS` become text, `NULL` becomes true. AppSync developer guide,
 * "Type system (request mapping)".
 * @throws AttributeFault
 */
export function toServiceValue(value: unknown, path: string): unknown {
  const entries = isRecord(value) ? Object.entries(value) : [];
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1 || !TYPES.has(entry[0])) {
    throw new AttributeFault(`Unsupported element '$[${path}]'.`);
  }
  const [type, content] = entry;
  switch (type) {
    case 'N':
      return { N: String(content) };
    case 'NS':
      return { NS: asList(content, path).map(String) };
    case 'NULL':
      return { NULL: true };
    case 'B':
      return { B: toBase64(content, path) };
    case 'BS':
      return { BS: asList(content, path).map((member) => toBase64(member, path)) };
    case 'L':
      return { L: asList(content, path).map((item, index) => toServiceValue(item, `${path}.L[${index}]`)) };
    case 'M':
      return { M: toServiceMap(content, `${path}.M`) };
    default:
      return { [type]: content };
  }
}

/** @throws AttributeFault */
export function toServiceMap(value: unknown, path: string): AttributeMap {
  if (!isRecord(value)) throw new AttributeFault(`Value for field '$[${path}]' not found.`);
  return Object.fromEntries(
    Object.entries(value).map(([name, typed]) => [name, toServiceValue(typed, `${path}.${name}`)]),
  );
}

/**
 * Service form to the plain values of `ctx.result`: sets become lists, binary stays base64. Numbers beyond what a
 * double holds lose precision, as in JSON.
 */
export function toPlainValue(typed: unknown): unknown {
  const [entry] = isRecord(typed) ? Object.entries(typed) : [];
  if (entry === undefined) return null;
  const [type, content] = entry;
  switch (type) {
    case 'N':
      return Number(content);
    case 'NS':
      return Array.isArray(content) ? content.map(Number) : [];
    case 'NULL':
      return null;
    case 'L':
      return Array.isArray(content) ? content.map(toPlainValue) : [];
    case 'M':
      return toPlainItem(content);
    default:
      return content;
  }
}

/** An item; null when there is none. */
export function toPlainItem(item: unknown): Readonly<Record<string, unknown>> | null {
  if (!isRecord(item)) return null;
  return Object.fromEntries(Object.entries(item).map(([name, typed]) => [name, toPlainValue(typed)]));
}

/** The same text for equal maps, whatever the order of their names or the spelling of their numbers. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  if (typeof value['N'] === 'string') return `N:${Number(value['N'])}:${digitsOf(value['N'])}`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalText(value[name])}`).join(',')}}`;
}

/** Significant digits without exponent and zeros at either end: tells apart what a double can't. */
function digitsOf(text: string): string {
  return text
    .replace(/[eE].*$/, '')
    .replace(/[+\-.]/g, '')
    .replace(/^0+|0+$/g, '');
}

/** AppSync reads base64 as RFC 2045 does, with line breaks and without padding; the service wants it exact. */
function toBase64(content: unknown, path: string): string {
  if (typeof content === 'string') return Buffer.from(content, 'base64').toString('base64');
  throw new AttributeFault(`Unsupported element '$[${path}]'.`);
}

function asList(content: unknown, path: string): readonly unknown[] {
  if (Array.isArray(content)) return content;
  throw new AttributeFault(`Unsupported element '$[${path}]'.`);
}
