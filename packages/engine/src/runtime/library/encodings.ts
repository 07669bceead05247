/** `util.urlEncode` and its neighbors: text in, text out. */
import { LibraryFault } from './library-fault.ts';

/** `application/x-www-form-urlencoded`, as `java.net.URLEncoder`: a space becomes `+`, `*` stays. */
export function urlEncode(value: unknown): string {
  return encodeURIComponent(String(value))
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

export function urlDecode(value: unknown): string {
  try {
    return decodeURIComponent(String(value).replaceAll('+', ' '));
  } catch {
    throw new LibraryFault(`URLDecoder: Illegal hex characters in escape (%) pattern: ${String(value)}`);
  }
}

export function base64Encode(value: unknown): string {
  return Buffer.from(String(value), 'utf8').toString('base64');
}

export function base64Decode(value: unknown): string {
  return Buffer.from(String(value), 'base64').toString('utf8');
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  "'": "\\'",
  '\\': '\\\\',
  '/': '\\/',
};

/** Escapes text for a JavaScript string literal, in the way of Apache Commons' `escapeEcmaScript`. */
export function escapeJavaScript(value: unknown): string {
  return Array.from({ length: String(value).length }, (_, index) => {
    const char = String(value).charAt(index);
    const code = char.charCodeAt(0);
    if (NAMED_ESCAPES[char] !== undefined) return NAMED_ESCAPES[char];
    return code < 0x20 || code > 0x7e ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : char;
  }).join('');
}
