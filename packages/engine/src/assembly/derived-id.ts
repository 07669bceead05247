import { createHash } from 'node:crypto';

/** Length of API ids and of the part of an API key after `da2-`. */
export const ID_CHARS = 26;

/** Lower-case letters and digits that are always the same for the same parts. */
export function deriveId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(0, ID_CHARS);
}
