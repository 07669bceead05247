import { LibraryFault } from '../library-fault.ts';
import { fixedOffsetMs } from './zone-offset.ts';

/** What parsing has found so far. Times of day and offsets in the unit of their name. */
export interface DateFields {
  epochMs?: number;
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  hourOfHalfDay?: number;
  isAfternoon?: boolean;
  minute?: number;
  second?: number;
  nanos?: number;
  offsetMs?: number;
  zone?: string;
}

export interface FieldToken {
  readonly letter: string;
  readonly count: number;
  /** True when another field follows at once, so that numbers have exactly `count` digits. */
  readonly isAdjacent: boolean;
}

/**
 * Reads one field at the start of `text` into `fields`.
 * @returns the number of characters read; undefined when the text does not fit
 */
export function parseField(token: FieldToken, text: string, fields: DateFields): number | undefined {
  const { letter, count } = token;
  switch (letter) {
    case 'u':
    case 'y':
      return number(token, text, (value) => (fields.year = count === 2 ? 2000 + value : value));
    case 'M':
    case 'L':
      if (count > 2) return monthName(text, count, fields);
      return number(token, text, (value) => (fields.month = value));
    case 'd':
      return number(token, text, (value) => (fields.day = value));
    case 'D':
      return number(token, text, (value) => (fields.dayOfYear = value));
    case 'E':
      return /^[A-Za-z]+/.exec(text)?.[0].length;
    case 'H':
      return number(token, text, (value) => (fields.hour = value));
    case 'k':
      return number(token, text, (value) => (fields.hour = value % 24));
    case 'h':
    case 'K':
      return number(token, text, (value) => (fields.hourOfHalfDay = value));
    case 'a':
      return halfDay(text, fields);
    case 'm':
      return number(token, text, (value) => (fields.minute = value));
    case 's':
      return number(token, text, (value) => (fields.second = value));
    case 'S':
      return fraction(text, count, fields);
    case 'X':
    case 'x':
    case 'Z':
    case 'O':
      return offset(text, fields);
    case 'z':
    case 'V':
      return zoneId(text, fields);
    default:
      throw new LibraryFault(`Unknown pattern letter: ${letter}`);
  }
}

function number(token: FieldToken, text: string, store: (value: number) => void): number | undefined {
  const isYear = token.letter === 'y' || token.letter === 'u';
  const widest = token.isAdjacent || token.count === 2 ? token.count : isYear ? 10 : 19;
  const digits = new RegExp(`^${isYear ? '-?' : ''}\\d{${token.count},${widest}}`).exec(text)?.[0];
  if (digits === undefined) return undefined;
  store(Number(digits));
  return digits.length;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function monthName(text: string, count: number, fields: DateFields): number | undefined {
  const names = count === 3 ? MONTHS.map((name) => name.slice(0, 3)) : MONTHS;
  const index = names.findIndex((name) => text.startsWith(name));
  if (index < 0) return undefined;
  fields.month = index + 1;
  return names[index]?.length;
}

function halfDay(text: string, fields: DateFields): number | undefined {
  const word = /^[AP]M/i.exec(text)?.[0];
  if (word === undefined) return undefined;
  fields.isAfternoon = word.toUpperCase() === 'PM';
  return word.length;
}

function fraction(text: string, count: number, fields: DateFields): number | undefined {
  const digits = new RegExp(`^\\d{${count}}`).exec(text)?.[0];
  if (digits === undefined) return undefined;
  fields.nanos = Number(digits.padEnd(9, '0').slice(0, 9));
  return digits.length;
}

function offset(text: string, fields: DateFields): number | undefined {
  const match = /^(?:Z|(?:GMT)?[+-]\d{1,2}(?::?\d{2}(?::?\d{2})?)?|GMT)/.exec(text)?.[0];
  const offsetMs = match === undefined ? undefined : fixedOffsetMs(match);
  if (match === undefined || offsetMs === undefined) return undefined;
  fields.offsetMs = offsetMs;
  return match.length;
}

function zoneId(text: string, fields: DateFields): number | undefined {
  const zone = /^[A-Za-z][\w/+-]*(?::\d{2})*|^[+-]\d{2}:?\d{2}/.exec(text)?.[0];
  if (zone === undefined) return undefined;
  fields.zone = zone;
  return zone.length;
}
