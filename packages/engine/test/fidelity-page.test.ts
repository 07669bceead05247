import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PAGE = new URL('../../../docs/fidelity.md', import.meta.url);
const ROW = /^\| D(\d+)\s+\|[^|]+\|(.+)\|$/gm;
const TEST = /\[[\w-]+\]\((\S+)\): (.+)/;

const rows = [...readFileSync(PAGE, 'utf8').matchAll(ROW)].map(([, number, cell = '']) => ({
  number: Number(number),
  tests: cell.split('<br>').flatMap((text) => {
    const [, path, title] = TEST.exec(text.trim()) ?? [];
    return path === undefined || title === undefined ? [] : [{ path, title: title.replaceAll('`', '') }];
  }),
}));

describe('docs/fidelity.md', () => {
  it('has the 54 lines of the checklist', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
  });

  it.each(
    rows.flatMap(({ number, tests }) => tests.map(({ path, title }) => [number, title, path] as const)),
  )('D%i names the test "%s"', (_, title, path) => {
    expect(readFileSync(new URL(path, PAGE), 'utf8').includes(title)).toBe(true);
  });
});
