import { describe, expect, it } from 'vitest';
import { parsePort } from './parse-port.ts';

describe('parsePort', () => {
  it.each([
    ['0', 0],
    ['4000', 4000],
    ['65535', 65_535],
  ])('takes %s', (text, port) => {
    expect(parsePort(text)).toBe(port);
  });

  it.each(['', '-1', '65536', '4e3', '80a', ' 80'])('refuses %j', (text) => {
    expect(() => parsePort(text)).toThrow('whole number from 0 to 65535');
  });
});
