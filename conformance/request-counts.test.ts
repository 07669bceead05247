/**
 * No operation takes more requests to subgraphs than two federated query planners need, but for those that
 * more-requests.json lists by cause. The planners are installed for the bench only, which wrote down their counts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMoreRequests } from './src/more-requests.ts';
import { mostOf, readRequestCounts, requestsOf } from './src/request-counts.ts';
import { readSuite, suiteNames } from './src/suite.ts';
import type { SuiteCase } from './src/suite.ts';

const PAGE = new URL('../docs/conformance.md', import.meta.url);

const counted = readRequestCounts().operations;
const { functions, serve } = readMoreRequests();
const cases = new Map(
  suiteNames().flatMap((suite) =>
    readSuite(suite).cases.map((one): [string, SuiteCase] => [`${suite}/${one.name}`, one]),
  ),
);

/** Operations with more requests than the planner that needs most of the two. */
function over(requestsIn: (name: string) => number): string[] {
  return Object.entries(counted).flatMap(([name, counts]) => {
    const most = mostOf(counts);
    return cases.has(name) && most !== undefined && requestsIn(name) > most ? [name] : [];
  });
}

function functionCalls(name: string): number {
  const file = cases.get(name)?.expectedFile ?? '';
  if (!existsSync(file)) return 0;
  const { calls } = JSON.parse(readFileSync(file, 'utf8')) as { readonly calls: Record<string, number> };
  return requestsOf(calls);
}

describe('requests to subgraphs', () => {
  it('are counted of nearly every operation', () => {
    const missing = [...cases.keys()].filter((name) => counted[name] === undefined);
    expect(missing.length).toBeLessThan(cases.size / 10);
  });

  it('on AppSync: no more than a query planner makes, but for listed causes', () => {
    expect(over(functionCalls).sort()).toEqual(Object.values(functions).flat().sort());
  });

  it('under serve: no more than a query planner makes, but for listed operations', () => {
    expect(over((name) => counted[name]?.serve ?? 0).sort()).toEqual([...serve].sort());
  });

  it.each(Object.entries(functions))('%s: docs/conformance.md lists the operations', (cause, names) => {
    const rows = readFileSync(PAGE, 'utf8').split('\n');
    const row = rows.find((line) => line.startsWith(`| \`${cause}\``)) ?? '';
    const listed = [...row.matchAll(/`([\w-]+\/[\w-]+)`/g)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...names].sort());
  });
});
