/** docs/conformance.md: every suite and operation that a claim names exists, and every suite is named. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSuite, suiteNames } from './src/suite.ts';

const PAGE = new URL('../docs/conformance.md', import.meta.url);
/** `| claim | `suite`: operation, operation<br>`suite` |` */
const CLAIM = /^\| (.+?) +\| (`[\w-]+`.*?) *\|$/gm;
const SUITE = /^`([\w-]+)`(?:: (.+))?$/;

const page = readFileSync(PAGE, 'utf8');
const claims = [...page.matchAll(CLAIM)].map(([, claim = '', cell = '']) => ({
  claim,
  suites: cell.split('<br>').map((part) => {
    const [, suite = part, operations = ''] = SUITE.exec(part.trim()) ?? [];
    return { suite, operations: operations.split(', ').filter((name) => name !== '') };
  }),
}));

function operationsOf(suite: string): readonly string[] {
  return suiteNames().includes(suite) ? readSuite(suite).cases.map(({ name }) => name) : [];
}

describe('docs/conformance.md', () => {
  it.each(claims)('$claim: the suites and operations are there', ({ suites }) => {
    for (const { suite, operations } of suites) {
      expect(suiteNames()).toContain(suite);
      expect(operationsOf(suite)).toEqual(expect.arrayContaining([...operations]));
    }
  });

  it('names every suite, of which there are at least 60', () => {
    const named = new Set(claims.flatMap(({ suites }) => suites.map(({ suite }) => suite)));
    expect(suiteNames().filter((name) => !named.has(name))).toEqual([]);
    expect(named.size).toBeGreaterThanOrEqual(60);
  });
});
