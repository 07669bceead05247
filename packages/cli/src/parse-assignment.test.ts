import { describe, expect, it } from 'vitest';
import { parseAssignment } from './parse-assignment.ts';

describe('parseAssignment', () => {
  it('collects names and values', () => {
    const first = parseAssignment('/shop/url=https://a.example/?b=c');
    expect(parseAssignment('Stage=', first)).toEqual({ '/shop/url': 'https://a.example/?b=c', Stage: '' });
  });

  it.each(['Stage', '=x', ''])('refuses "%s"', (text) => {
    expect(() => parseAssignment(text)).toThrow('Write NAME=VALUE.');
  });
});
