/** Headers that a client sends inside JSON, where names keep the case that the client wrote. */
import { isRecord } from '../model/is-record.ts';

/** @returns the members that are text, by lower-case name, without `cookie`; empty for anything but an object */
export function lowerCaseHeaders(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([name, text]) => [name.toLowerCase(), text] as const)
      .filter(([name]) => name !== 'cookie'),
  );
}
