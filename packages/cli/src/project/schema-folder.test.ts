import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findStaleFiles, writeStaleFiles } from './schema-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'tributary-schema-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('writes what differs and leaves the rest alone', async () => {
  const directory = join(root, 'schema');
  const files = { 'b.graphql': 'two', 'a.graphql': 'one' };
  expect(await findStaleFiles(directory, files)).toEqual(['a.graphql', 'b.graphql']);
  expect(await writeStaleFiles(directory, files)).toEqual(['a.graphql', 'b.graphql']);
  const writtenAtMs = statSync(join(directory, 'a.graphql')).mtimeMs;
  writeFileSync(join(directory, 'b.graphql'), 'edited by hand');
  expect(await findStaleFiles(directory, files)).toEqual(['b.graphql']);
  expect(await writeStaleFiles(directory, files)).toEqual(['b.graphql']);
  expect(readFileSync(join(directory, 'b.graphql'), 'utf8')).toBe('two');
  expect(statSync(join(directory, 'a.graphql')).mtimeMs).toBe(writtenAtMs);
});
