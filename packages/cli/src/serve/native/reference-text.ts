import type { Values } from './field-run.ts';

/** Members of an object that is worth comparing: more make the text cost more than it saves. Own choice, 2026-11-21. */
const MAX_MEMBERS = 4;

/** The same text for objects that hold the same few plain values; undefined for other objects. */
export function referenceText(object: Values): string | undefined {
  let text = '';
  let count = 0;
  for (const name in object) {
    const value = object[name];
    count += 1;
    if (count > MAX_MEMBERS || (typeof value === 'object' && value !== null)) return undefined;
    // Lengths keep a text apart from what a neighbor's text may look like.
    text += typeof value === 'string' ? `${name}"${value.length}"${value}` : `${name}=${String(value)};`;
  }
  return text;
}
