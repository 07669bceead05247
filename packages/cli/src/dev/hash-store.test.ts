import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createHashStore } from './hash-store.ts';

const root = mkdtempSync(join(tmpdir(), 'tributary-store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('remembers hashes of steps that end at the same time', async () => {
  const file = join(root, 'new', 'hashes.json');
  const store = createHashStore(file);
  expect(await store.read('pages')).toBeUndefined();
  await Promise.all([store.write('pages', 'p1'), store.write('assemble', 'a1')]);
  const reopened = createHashStore(file);
  expect([await reopened.read('pages'), await reopened.read('assemble')]).toEqual(['p1', 'a1']);
});

it('starts over when the file is damaged', async () => {
  const file = join(root, 'damaged.json');
  writeFileSync(file, '{ "pages": ');
  const store = createHashStore(file);
  expect(await store.read('pages')).toBeUndefined();
  await store.write('pages', 'p2');
  expect(await store.read('pages')).toBe('p2');
});
