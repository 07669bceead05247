/** A sample folder: subgraph SDL files, optional operations, and the expected text. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { SubgraphSource } from '../src/index.ts';

/** Samples are refreshed with UPDATE_SNAPSHOTS=1; the difference is read in review. */
const isUpdating = process.env['UPDATE_SNAPSHOTS'] === '1';

export function sampleFolders(kind: string): string[] {
  return readdirSync(join(import.meta.dirname, 'samples', kind)).sort();
}

/**
 * The subgraphs of a folder: `<name>.graphql` is a Lambda subgraph, `<name>.dynamodb.graphql` one whose root fields have
 * hand-written resolvers and whose entities have a lookup for the keys that `lookups.json` lists.
 */
export function readSubgraphs(kind: string, name: string): SubgraphSource[] {
  const folder = join(import.meta.dirname, 'samples', kind, name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql') && !file.endsWith('.operation.graphql'))
    .sort()
    .map((file): SubgraphSource => {
      const sdl = readFileSync(join(folder, file), 'utf8');
      const isTable = file.endsWith('.dynamodb.graphql');
      const common = { name: file.replace(/(?:\.dynamodb)?\.graphql$/, ''), sdl, file };
      if (!isTable) return { ...common, kind: 'lambda', maxBatchSize: 500, resolvers: [] };
      return { ...common, kind: 'dynamodb', entities: readLookups(folder), resolvers: readResolvers(folder) };
    });
}

function readLookups(folder: string): Record<string, { key: string }[]> {
  return readJson(join(folder, 'lookups.json')) as Record<string, { key: string }[]>;
}

function readResolvers(folder: string): SubgraphSource['resolvers'] {
  const names = readJson(join(folder, 'resolvers.json'));
  if (!Array.isArray(names)) return [];
  return names.map((coordinate: string) => {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const module = { file: `resolvers/${coordinate}.js`, code: `// ${coordinate}, by hand\n` };
    return { kind: 'unit' as const, typeName, fieldName, module };
  });
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

export function readText(kind: string, name: string, file: string): string {
  return readFileSync(join(import.meta.dirname, 'samples', kind, name, file), 'utf8');
}

export function filesOf(kind: string, name: string, ending: string): string[] {
  return readdirSync(join(import.meta.dirname, 'samples', kind, name))
    .filter((file) => file.endsWith(ending))
    .sort();
}

export function expectText(actual: string, place: { kind: string; name: string; file: string }): void {
  const { kind, name, file } = place;
  const path = join(import.meta.dirname, 'samples', kind, name, file);
  if (isUpdating) writeFileSync(path, actual);
  expect(actual).toBe(
    existsSync(path) ? readFileSync(path, 'utf8') : `(no file ${file}: run with UPDATE_SNAPSHOTS=1)`,
  );
}
