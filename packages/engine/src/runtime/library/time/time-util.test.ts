import { describe, expect, it } from 'vitest';
import { buildTimeUtil } from './time-util.ts';

const INSTANT = Date.UTC(2026, 10, 21, 15, 4, 5, 67);
const time = buildTimeUtil(() => INSTANT);

it('tells the time', () => {
  expect(time.nowISO8601()).toBe('2026-11-21T15:04:05.067Z');
  expect(time.nowEpochSeconds()).toBe(Math.floor(INSTANT / 1000));
  expect(time.nowEpochMilliSeconds()).toBe(INSTANT);
  expect(time.epochMilliSecondsToSeconds(1999)).toBe(1);
  expect(time.epochMilliSecondsToISO8601(0)).toBe('1970-01-01T00:00:00.000Z');
});

describe('formats', () => {
  it('counts the days before a year that begins within their week to that year', () => {
    const format = (month: number, day: number) =>
      time.epochMilliSecondsToFormatted(Date.UTC(2026, month - 1, day), 'YYYY w');
    expect([format(12, 26), format(12, 27), format(1, 1)]).toEqual(['2026 52', '2027 1', '2026 1']);
  });

  it.each([
    ['yyyy-MM-dd HH:mm:ssZ', undefined, '2026-11-21 15:04:05+0000'],
    ['yyyy-MM-dd HH:mm:ssZ', 'Australia/Perth', '2026-11-21 23:04:05+0800'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'America/Los_Angeles', '2026-11-21T07:04:05.067-08:00'],
    ['uu/M/d h:mm a', undefined, '26/11/21 3:04 PM'],
    ['EEE, d MMM yyyy', undefined, 'Sat, 21 Nov 2026'],
    ['EEEE MMMM D', undefined, 'Saturday November 325'],
    ['kk KK SSSSSS n', undefined, '15 03 067000 67000000'],
    ["'o''clock' ''", undefined, "o'clock '"],
    ['VV|z|O|OOOO', 'Europe/Berlin', 'Europe/Berlin|GMT+1|GMT+1|GMT+01:00'],
    ['X x XXX xxx', undefined, 'Z +00 Z +00:00'],
    ['QQQ G', '+05:30', 'Q4 AD'],
    ['HH:mm', '+05:30', '20:34'],
    ['YYYY w ww W', undefined, '2026 47 47 3'],
  ])('%s in %s', (format, zone, expected) => {
    expect(time.nowFormatted(format, zone)).toBe(expected);
    expect(time.epochMilliSecondsToFormatted(INSTANT, format, zone)).toBe(expected);
  });

  it('refuses unknown letters, zones and open quotes', () => {
    expect(() => time.nowFormatted('b')).toThrow('Unknown pattern letter: b');
    expect(() => time.nowFormatted('yyyy', 'Mars/Base')).toThrow('Unknown time-zone ID: Mars/Base');
    expect(() => time.nowFormatted("'a")).toThrow('incomplete string literal');
  });
});

describe('parses', () => {
  it.each([
    ['1970-01-01 00:00:01+0000', 'yyyy-MM-dd HH:mm:ssZ', undefined, 1000],
    ['1970-01-01 08:00:01', 'yyyy-MM-dd HH:mm:ss', 'Australia/Perth', 1000],
    ['1970-01-01T01:00:00.500+01:00', "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", undefined, 500],
    ['19700102', 'yyyyMMdd', 'UTC', 86_400_000],
    ['2 Jan 1970 12:30 PM GMT', 'd MMM yyyy h:mm a z', undefined, 86_400_000 + 45_000_000],
    ['1970-01-01', 'yyyy-MM-dd[ HH:mm]', 'UTC', 0],
    ['1970-01-01 00:01', 'yyyy-MM-dd[ HH:mm]', 'UTC', 60_000],
    ['2026-03-29 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', Date.UTC(2026, 2, 29, 1, 30)],
  ])('%s', (text, format, zone, expected) => {
    expect(time.parseFormattedToEpochMilliSeconds(text, format, zone)).toBe(expected);
  });

  it('refuses what does not fit', () => {
    expect(() => time.parseFormattedToEpochMilliSeconds('1970', 'yyyy-MM', 'UTC')).toThrow(
      'could not be parsed',
    );
    expect(() => time.parseFormattedToEpochMilliSeconds('1970-02-31', 'yyyy-MM-dd', 'UTC')).toThrow(
      'Invalid date',
    );
    expect(() => time.parseFormattedToEpochMilliSeconds('1970-01-01', 'yyyy-MM-dd')).toThrow('no time zone');
    expect(() => time.parseFormattedToEpochMilliSeconds('1970x', 'yyyy', 'UTC')).toThrow('unparsed text');
  });

  it.each([
    ['2026-11-21T15:04:05.067Z', INSTANT],
    ['2026-11-21T16:04:05.067999+01:00', INSTANT],
    ['1970-01-01T00:00+0100', -3_600_000],
    ['1970-01-02', 86_400_000],
  ])('ISO 8601 %s', (text, expected) => {
    expect(time.parseISO8601ToEpochMilliSeconds(text)).toBe(expected);
  });

  it('refuses other texts', () => {
    expect(() => time.parseISO8601ToEpochMilliSeconds('yesterday')).toThrow("Text 'yesterday'");
  });
});
