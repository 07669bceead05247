import { LibraryFault } from '../library-fault.ts';

const MS_PER_MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Offset from UTC, in milliseconds, of a time zone at an instant.
 * @param zone - `UTC`, `Z`, an offset such as `+05:30` or `GMT+2`, or a name of the IANA database
 * @throws LibraryFault for an unknown zone
 */
export function zoneOffsetMs(zone: string, epochMs: number): number {
  const fixed = fixedOffsetMs(zone);
  if (fixed !== undefined) return fixed;
  const parts = zoneFormat(zone).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(epochMs / 1000) * 1000;
}

/** The instant of a local time in a zone; in a gap of the clock the later offset counts, as in `java.time`. */
export function localToEpochMs(localMs: number, zone: string): number {
  const before = zoneOffsetMs(zone, localMs - zoneOffsetMs(zone, localMs));
  const candidate = localMs - before;
  const after = zoneOffsetMs(zone, candidate);
  return after === before ? candidate : localMs - Math.min(before, after);
}

/** Milliseconds for `Z`, `UTC`, `GMT`, `+h`, `+hh`, `+hhmm`, `+hh:mm`, `+hh:mm:ss`, also after `UTC`, `GMT` or `UT`. */
export function fixedOffsetMs(zone: string): number | undefined {
  const match = /^(?:Z|(?:UTC|GMT|UT)?(?:([+-])(\d{1,2})(?::?(\d{2})(?::?(\d{2}))?)?)?)$/.exec(zone);
  if (match === null || zone === '') return undefined;
  const [, sign, hours, minutes, seconds] = match;
  const size =
    Number(hours ?? 0) * 60 * MS_PER_MINUTE +
    Number(minutes ?? 0) * MS_PER_MINUTE +
    Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw new LibraryFault(`Unknown time-zone ID: ${zone}`);
  }
}
