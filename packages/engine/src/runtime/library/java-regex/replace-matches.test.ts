import { describe, expect, it } from 'vitest';
import { matchesWholly, replaceAllMatches, replaceFirstMatch } from './replace-matches.ts';

describe('replaceAllMatches', () => {
  it.each([
    ['a.b.c', '.', '-', '-----'],
    ['a.b.c', '\\.', '-', 'a-b-c'],
    ['a1b22', '[0-9]+', '<$0>', 'a<1>b<22>'],
    ['john smith', '(?<first>\\w+) (?<last>\\w+)', '${last} ${first}', 'smith john'],
    ['abc', 'b', '\\$1', 'a$1c'],
    ['aaa', 'a*+', 'x', 'xx'],
    ['x.y*z', '\\Q.y*\\E', '_', 'x_z'],
    ['ABC', '(?i)b', '-', 'A-C'],
    ['a(b)c', '[(){}]', '', 'abc'],
    ['abcdef', '[a-f&&[^cd]]', '', 'cd'],
    ['abcdef', '[a-f&&bc]', '', 'adef'],
    ['A-b_c', '[\\w&&[^_]]', '', '-_'],
    ['a-b', '[a-]', '', 'b'],
    ['tab\there', '\\p{Blank}', ' ', 'tab here'],
    ['grün', '\\p{Alpha}+', '', 'ü'],
    ['grün', '\\p{IsAlphabetic}+', '', ''],
    ['ab', '\\p{Lu}|b', '', 'a'],
    ['a{b', '{', '', 'ab'],
    ['a\n', 'a$', 'b', 'b\n'],
    ['a\nb', 'a$', '-', 'a\nb'],
    ['a\nb', '(?m)a$', '-', '-\nb'],
    ['5$', '[$]', ' USD', '5 USD'],
  ])('%s / %s / %s', (text, pattern, replacement, expected) => {
    expect(replaceAllMatches(text, pattern, replacement)).toBe(expected);
  });

  it('refuses invalid patterns and groups that do not exist', () => {
    expect(() => replaceAllMatches('a', '(', '')).toThrow('Invalid regular expression "("');
    expect(() => replaceAllMatches('a', 'a', '$1')).toThrow('No group 1');
    expect(() => replaceAllMatches('a', 'a', '$')).toThrow('Illegal group reference');
  });
});

it('replaceFirstMatch replaces once', () => {
  expect(replaceFirstMatch('a-b-c', '-', '+')).toBe('a+b-c');
  expect(replaceFirstMatch('abc', 'x', '+')).toBe('abc');
});

it.each([
  ['a*b', 'aaaaab', true],
  ['a', 'ba', false],
  ['a|b', 'b', true],
  ['[A-Z]{2}\\d+', 'DE12', true],
  ['^\\S+@\\S+$', 'a@b.c', true],
  ['(?i)abc', 'ABC', true],
  ['(?m)^a$', 'a\nb', false],
  ['.*', 'two\nlines', false],
  ['a$', 'a\n', false],
])('matchesWholly %s %s', (pattern, text, expected) => {
  expect(matchesWholly(pattern, text)).toBe(expected);
});
