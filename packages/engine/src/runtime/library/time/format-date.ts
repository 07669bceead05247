/** Formats instants with patterns of `java.time.format.DateTimeFormatter`, in English as the service does. */
import { LibraryFault } from '../library-fault.ts';
import { formatOffset } from './format-offset.ts';
import type { PatternToken } from './tokenize-pattern.ts';
import { tokenizePattern } from './tokenize-pattern.ts';
import { weekOfMonth, weekOfYear } from './week-fields.ts';
import { fixedOffsetMs, zoneOffsetMs } from './zone-offset.ts';

const MS_PER_DAY = 86_400_000;

/** @throws LibraryFault for an unknown zone or pattern letter */
export function formatDate(epochMs: number, pattern: string, zone: string): string {
  const offsetMs = zoneOffsetMs(zone, epochMs);
  // A date whose UTC fields are the zone's local ones.
  const local = new Date(epochMs + offsetMs);
  return formatTokens(tokenizePattern(pattern), { local, epochMs, offsetMs, zone });
}

interface ZonedTime {
  readonly local: Date;
  readonly epochMs: number;
  readonly offsetMs: number;
  readonly zone: string;
}

function formatTokens(tokens: readonly PatternToken[], time: ZonedTime): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case 'literal':
          return token.text;
        case 'field':
          return formatField(token.letter, token.count, time);
        case 'optional':
          return formatTokens(token.tokens, time);
      }
    })
    .join('');
}

function formatField(letter: string, count: number, time: ZonedTime): string {
  const { local } = time;
  const hour = local.getUTCHours();
  switch (letter) {
    case 'G':
      return local.getUTCFullYear() > 0
        ? count === 4
          ? 'Anno Domini'
          : 'AD'
        : count === 4
          ? 'Before Christ'
          : 'BC';
    case 'u':
    case 'y':
      return formatYear(local.getUTCFullYear(), count);
    case 'Y':
      return formatYear(weekOfYear(local).year, count);
    case 'w':
      return pad(weekOfYear(local).week, count);
    case 'W':
      return pad(weekOfMonth(local), count);
    case 'M':
    case 'L':
      return count > 2
        ? nameOf(local, { month: count === 3 ? 'short' : 'long' }, count)
        : pad(local.getUTCMonth() + 1, count);
    case 'Q':
    case 'q':
      return count > 2 ? `Q${quarter(local)}` : pad(quarter(local), count);
    case 'd':
      return pad(local.getUTCDate(), count);
    case 'D':
      return pad(dayOfYear(local), count);
    case 'E':
      return nameOf(local, { weekday: count <= 3 ? 'short' : 'long' }, count);
    case 'e':
      // The week starts on Sunday in the service's locale (United States).
      return count > 2
        ? nameOf(local, { weekday: count === 3 ? 'short' : 'long' }, count)
        : pad(local.getUTCDay() + 1, count);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, count);
    case 'h':
      return pad(hour % 12 || 12, count);
    case 'K':
      return pad(hour % 12, count);
    case 'k':
      return pad(hour || 24, count);
    case 'm':
      return pad(local.getUTCMinutes(), count);
    case 's':
      return pad(local.getUTCSeconds(), count);
    case 'S':
      return String(local.getUTCMilliseconds()).padStart(3, '0').padEnd(9, '0').slice(0, count);
    case 'A':
      return pad(modulo(local.getTime(), MS_PER_DAY), count);
    case 'n':
      return pad(local.getUTCMilliseconds() * 1_000_000, count);
    case 'N':
      return pad(modulo(local.getTime(), MS_PER_DAY) * 1_000_000, count);
    case 'V':
      return time.zone;
    case 'z':
      return zoneName(time, count);
    case 'O':
    case 'X':
    case 'x':
    case 'Z':
      return formatOffset(time.offsetMs, letter, count);
    default:
      throw new LibraryFault(`Unknown pattern letter: ${letter}`);
  }
}

function formatYear(year: number, count: number): string {
  if (count === 2) return pad(modulo(year, 100), 2);
  const digits = pad(Math.abs(year), count);
  return year < 0 ? `-${digits}` : digits;
}

function nameOf(local: Date, options: Intl.DateTimeFormatOptions, count: number): string {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(local);
  return count === 5 ? name.charAt(0) : name;
}

function zoneName({ epochMs, zone }: ZonedTime, count: number): string {
  if (fixedOffsetMs(zone) !== undefined) return zone;
  const timeZoneName = count === 4 ? 'long' : 'short';
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName }).formatToParts(epochMs);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function quarter(local: Date): number {
  return Math.floor(local.getUTCMonth() / 3) + 1;
}

function dayOfYear(local: Date): number {
  return Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / MS_PER_DAY) + 1;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function pad(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
