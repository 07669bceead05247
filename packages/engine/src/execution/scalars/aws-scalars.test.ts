import { describe, expect, it } from 'vitest';
import { AWS_SCALARS } from './aws-scalars.ts';
import { BUILT_IN_SCALARS } from './built-in-scalars.ts';
import type { ScalarCodec } from './scalar-codec.ts';

function codec(name: string): ScalarCodec {
  const found = AWS_SCALARS[name] ?? BUILT_IN_SCALARS[name];
  if (found === undefined) throw new Error(name);
  return found;
}

const ACCEPTED: Readonly<Record<string, readonly unknown[]>> = {
  AWSDate: ['1970-01-01', '-2017-05-01', '1970-01-01Z', '1970-01-01-07:00', '1970-01-01+05:30', '2024-02-29'],
  AWSTime: [
    '12:30',
    '12:30Z',
    '12:30:24-07:00',
    '12:30:24.500+05:30',
    '12:00:00.2',
    '12:00:00.123456789',
    '12:00:34.',
  ],
  AWSDateTime: [
    '1930-01-01T16:00:00-07:00',
    '1970-01-01T12:00:00.123456789Z',
    '-2017-01-01T00:00Z',
    '2020-01-01T00:00+05:30:15',
  ],
  AWSTimestamp: [0, -5, 31_556_889_864_403_199],
  AWSEmail: ['username@example.com', 'a+b@x.co.uk'],
  AWSURL: ['https://www.amazon.com/', 'http://localhost/', 'mailto:a@b.c'],
  AWSPhone: ['+1 555 764 4377', '415-555-2671', '+44 20 7946 0958'],
  AWSIPAddress: ['127.0.0.1', '127.0.0.1/8', '123.45.67.89/16', '1a2b:3c4b::1234', '::1/128'],
};

const REFUSED: Readonly<Record<string, readonly unknown[]>> = {
  AWSDate: ['1970-13-01', '2023-02-29', '1970/01/01', '1970-01-01T00:00Z', '70-01-01', '1970-01-01+0530'],
  AWSTime: ['24:00', '12:60', '12:30.5', '1:30', '12'],
  AWSDateTime: ['2026-05-06T00:00:00.000', '2020-01-01T00:00:00+0530', '2020-01-01', '2020-01-01 00:00Z'],
  AWSTimestamp: [1.5, '1', 31_556_889_864_500_000],
  AWSEmail: ['username', 'a@', '@b.c', 'a b@c.d'],
  AWSURL: ['amazon.com', 'www.amazon.com', 'https://a.b/c//d'],
  AWSPhone: ['12', 'abc', '5557644377x'],
  AWSIPAddress: ['256.0.0.1', '[::1]', '127.0.0.1/33', 'host'],
};

describe('D51 AWS scalars', () => {
  it.each(Object.entries(ACCEPTED))('%s accepts', (name, values) => {
    for (const value of values) expect(codec(name).parse(value)).toBe(value);
    for (const value of values) expect(codec(name).serialize(value)).toBe(value);
  });

  it.each(Object.entries(REFUSED))('%s refuses', (name, values) => {
    for (const value of values)
      expect(() => codec(name).parse(value), String(value)).toThrow('Unable to parse');
    for (const value of values)
      expect(() => codec(name).serialize(value), String(value)).toThrow('Unable to serialize');
  });

  it('words the refusal of a date-time as the service', () => {
    expect(() => codec('AWSDateTime').serialize('2026-05-06T00:00:00.000')).toThrow(
      'Unable to serialize `2026-05-06T00:00:00.000` as a valid DateTime Object.',
    );
  });

  it('parses AWSJSON on input and stringifies it on output', () => {
    const json = codec('AWSJSON');
    expect(json.parse('{"Foo":"Bar"}')).toEqual({ Foo: 'Bar' });
    expect(json.parse('1')).toBe(1);
    expect(() => json.parse('Hello')).toThrow();
    expect(() => json.parse({ a: 1 })).toThrow("Expected type 'AWSJSON' but was 'LinkedHashMap'.");
    expect(json.serialize({ a: 1 })).toBe('{"a":1}');
    expect(json.serialize('{"a":1}')).toBe('"{\\"a\\":1}"');
  });

  it('turns numbers into strings and numeric strings into numbers, but no objects', () => {
    expect(codec('String').serialize(1)).toBe('1');
    expect(codec('Int').serialize('12')).toBe(12);
    expect(codec('Float').serialize('1.5')).toBe(1.5);
    expect(codec('Boolean').serialize('true')).toBe(true);
    expect(() => codec('Int').serialize(2 ** 31)).toThrow();
    expect(() => codec('Boolean').serialize({})).toThrow("Expected type 'Boolean' but was 'LinkedHashMap'.");
    expect(() => codec('String').serialize([])).toThrow("Expected type 'String' but was 'ArrayList'.");
  });
});
