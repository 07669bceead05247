/** Parses text with patterns of `java.time.format.DateTimeFormatter`. */
import { LibraryFault } from '../library-fault.ts';
import type { DateFields } from './parse-field.ts';
import { parseField } from './parse-field.ts';
import type { PatternToken } from './tokenize-pattern.ts';
import { tokenizePattern } from './tokenize-pattern.ts';
import { localToEpochMs } from './zone-offset.ts';

/**
 * @param zone - used when the pattern has no zone or offset of its own
 * @returns milliseconds since the epoch
 * @throws LibraryFault when the text does not fit the pattern or no zone is known
 */
export function parseDate(text: string, pattern: string, zone: string | undefined): number {
  const fields: DateFields = {};
  const end = parseTokens(tokenizePattern(pattern), { text, fields }, 0);
  if (end === undefined) throw parseFault(text, end);
  if (end < text.length)
    throw new LibraryFault(`Text '${text}' could not be parsed, unparsed text found at index ${end}`);
  return toEpochMs(text, fields, zone);
}

interface Input {
  readonly text: string;
  readonly fields: DateFields;
}

function parseTokens(tokens: readonly PatternToken[], input: Input, from: number): number | undefined {
  let at = from;
  for (const [index, token] of tokens.entries()) {
    switch (token.kind) {
      case 'literal':
        if (!input.text.startsWith(token.text, at)) return undefined;
        at += token.text.length;
        break;
      case 'field': {
        const following = tokens[index + 1];
        const length = parseField(
          { letter: token.letter, count: token.count, isAdjacent: following?.kind === 'field' },
          input.text.slice(at),
          input.fields,
        );
        if (length === undefined) return undefined;
        at += length;
        break;
      }
      case 'optional':
        at = parseTokens(token.tokens, input, at) ?? at;
        break;
    }
  }
  return at;
}

function toEpochMs(text: string, fields: DateFields, zone: string | undefined): number {
  if (fields.epochMs !== undefined) return fields.epochMs;
  const { year, offsetMs } = fields;
  if (year === undefined) throw parseFault(text, undefined);
  const month = fields.month ?? 1;
  const day = fields.day ?? fields.dayOfYear ?? 1;
  const localDay = Date.UTC(year, month - 1, day);
  const isValid = fields.dayOfYear !== undefined || new Date(localDay).getUTCDate() === day;
  if (!isValid) throw new LibraryFault(`Text '${text}' could not be parsed: Invalid date`);
  const local =
    localDay + hourOfDay(fields) * 3_600_000 + (fields.minute ?? 0) * 60_000 + (fields.second ?? 0) * 1000;
  const localMs = local + Math.trunc((fields.nanos ?? 0) / 1_000_000);
  if (offsetMs !== undefined) return localMs - offsetMs;
  const usedZone = fields.zone ?? zone;
  if (usedZone === undefined)
    throw new LibraryFault(`Text '${text}' could not be parsed: no time zone is given`);
  return localToEpochMs(localMs, usedZone);
}

function hourOfDay({ hour, hourOfHalfDay, isAfternoon }: DateFields): number {
  if (hourOfHalfDay === undefined) return hour ?? 0;
  return (hourOfHalfDay % 12) + (isAfternoon === true ? 12 : 0);
}

function parseFault(text: string, at: number | undefined): LibraryFault {
  return new LibraryFault(`Text '${text}' could not be parsed at index ${at ?? 0}`);
}
