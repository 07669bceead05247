import { expect, it } from 'vitest';
import { checkLimit, parsePageToken, toPageToken } from './index.ts';

it('gives back the key that a token was made of', () => {
  const key = { pk: 'ORDER#ö', available: 3 };
  expect(parsePageToken(toPageToken(key))).toEqual(key);
  expect(parsePageToken(null)).toBeUndefined();
  expect(toPageToken(undefined)).toBeNull();
});

it.each([
  '',
  'nonsense',
  Buffer.from('[1]').toString('base64url'),
  Buffer.from('{"a":{}}').toString('base64url'),
])('refuses the token %j', (token) => {
  expect(() => parsePageToken(token)).toThrow(expect.objectContaining({ errorType: 'InvalidNextToken' }));
});

it('refuses limits outside of 1 to 1000', () => {
  expect(checkLimit(1000)).toBe(1000);
  for (const limit of [0, -1, 1001, 1.5]) {
    expect(() => checkLimit(limit)).toThrow(expect.objectContaining({ errorType: 'InvalidLimit' }));
  }
});
