/** Grammar of AWSDate, AWSTime and AWSDateTime. See AppSync developer guide, "Scalar types in GraphQL". */

const DATE = /^-?(\d{4,9})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{0,9})?)?$/;
const TIME_OF_DATE_TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?$/;
const OFFSET = /(?:Z|[+-](\d{2}):(\d{2})(?::(\d{2}))?)$/;
/** java.time.ZoneOffset: at most 18 hours from UTC. */
const MAX_OFFSET_HOURS = 18;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FEBRUARY = 2;

/** `1970-01-01`, with an optional offset. */
export function isAwsDate(text: string): boolean {
  const offset = splitOffset(text, { from: 'YYYY-MM-DD'.length });
  return offset.isValid && isCalendarDate(offset.rest);
}

/** `12:30`, `12:30:24.5`, with an optional offset. */
export function isAwsTime(text: string): boolean {
  const offset = splitOffset(text, { from: 'hh:mm'.length });
  return offset.isValid && isClockTime(offset.rest, TIME);
}

/** `1970-01-01T12:00:00Z`: the offset is compulsory. */
export function isAwsDateTime(text: string): boolean {
  const separator = text.indexOf('T');
  if (separator === -1) return false;
  const offset = splitOffset(text.slice(separator + 1), { from: 'hh:mm'.length });
  return (
    offset.isPresent &&
    offset.isValid &&
    isClockTime(offset.rest, TIME_OF_DATE_TIME) &&
    isCalendarDate(text.slice(0, separator))
  );
}

interface SplitOffset {
  readonly rest: string;
  readonly isPresent: boolean;
  readonly isValid: boolean;
}

function splitOffset(text: string, options: { readonly from: number }): SplitOffset {
  const match = OFFSET.exec(text.slice(options.from));
  if (match === null) return { rest: text, isPresent: false, isValid: true };
  const rest = text.slice(0, options.from + match.index);
  const [hours, minutes, seconds] = [Number(match[1] ?? 0), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const isValid = hours <= MAX_OFFSET_HOURS && minutes < 60 && seconds < 60;
  return { rest, isPresent: true, isValid };
}

function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = DAYS_OF_MONTH[month - 1];
  if (days === undefined || day < 1 || day > days) return false;
  return month !== FEBRUARY || day < 29 || isLeapYear(year);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isClockTime(text: string, grammar: RegExp): boolean {
  const match = grammar.exec(text);
  if (match === null) return false;
  return Number(match[1]) < 24 && Number(match[2]) < 60 && Number(match[3] ?? 0) < 60;
}
