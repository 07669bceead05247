/**
 * `util.time`.
 * @see AppSync developer guide, "Time helpers in util.time"
 */
import { LibraryFault } from '../library-fault.ts';
import { formatDate } from './format-date.ts';
import { parseDate } from './parse-date.ts';

const UTC = 'UTC';
const ISO_8601 =
  /^[+-]?\d{4,}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?(?:\d{2})?)?)?$/;

export function buildTimeUtil(nowEpochMs: () => number) {
  return {
    nowISO8601: (): string => new Date(nowEpochMs()).toISOString(),
    nowEpochSeconds: (): number => Math.floor(nowEpochMs() / 1000),
    nowEpochMilliSeconds: (): number => nowEpochMs(),
    nowFormatted: (format: string, zone?: string): string => formatDate(nowEpochMs(), format, zone ?? UTC),
    parseFormattedToEpochMilliSeconds: (text: string, format: string, zone?: string): number =>
      parseDate(text, format, zone),
    parseISO8601ToEpochMilliSeconds: parseIso8601,
    epochMilliSecondsToSeconds: (epochMs: number): number => Math.floor(epochMs / 1000),
    epochMilliSecondsToISO8601: (epochMs: number): string => new Date(epochMs).toISOString(),
    epochMilliSecondsToFormatted: (epochMs: number, format: string, zone?: string): string =>
      formatDate(epochMs, format, zone ?? UTC),
  };
}

/** A time without an offset is read as UTC, and fractions are cut to milliseconds. */
function parseIso8601(text: string): number {
  if (!ISO_8601.test(text)) throw unparsable(text);
  const [date = '', time = '00:00'] = text.split('T');
  const [, clock = '', offset = 'Z'] = /^([\d:.]+)(.*)$/.exec(time) ?? [];
  const shortened = clock.replace(/(\.\d{3})\d+$/, '$1');
  const epochMs = Date.parse(`${date}T${shortened}${normalizedOffset(offset)}`);
  if (Number.isNaN(epochMs)) throw unparsable(text);
  return epochMs;
}

function normalizedOffset(offset: string): string {
  if (offset === '' || offset === 'Z') return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function unparsable(text: string): LibraryFault {
  return new LibraryFault(`Text '${text}' could not be parsed as an ISO 8601 time`);
}
