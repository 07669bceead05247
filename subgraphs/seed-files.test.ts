import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seedFiles } from './seed-files.ts';

const files = seedFiles();

it.each(Object.keys(files))('is what %s holds', (path) => {
  const committed: unknown = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  expect(files[path]).toEqual(committed);
});

it('has unique keys in every file', () => {
  for (const items of Object.values(files)) {
    const keys = items.map((item) => ('pk' in item ? item.pk : 'id' in item ? item.id : undefined));
    expect(new Set(keys).size).toBe(items.length);
    expect(keys).not.toContain(undefined);
  }
});
