import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectFiles, hashFiles } from './content-hash.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tributary-hash-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe('collectFiles', () => {
  it('lists files below a folder in order, without installed and generated ones', async () => {
    const [b, a] = [write('b.ts', ''), write('a/c.ts', '')];
    write('node_modules/x/index.js', '');
    write('a/cdk.out/manifest.json', '');
    write('a/c.test.ts', '');
    expect(await collectFiles(root, (path) => !path.endsWith('.test.ts'))).toEqual([a, b]);
  });

  it('takes a single file, and finds nothing where nothing is', async () => {
    const file = write('cdk.json', '{}');
    expect(await collectFiles(file, () => true)).toEqual([file]);
    expect(await collectFiles(join(root, 'web'), () => true)).toEqual([]);
  });
});

describe('hashFiles', () => {
  it('depends on contents and names, not on times', async () => {
    const file = write('a.ts', 'one');
    const before = await hashFiles(root, [file]);
    utimesSync(file, 1, 1);
    expect(await hashFiles(root, [file])).toBe(before);
    write('a.ts', 'two');
    expect(await hashFiles(root, [file])).not.toBe(before);
  });

  it('sees text that moves from one file to the next', async () => {
    const first = await hashFiles(root, [write('a', 'xy'), write('b', '')]);
    const second = await hashFiles(root, [write('a', 'x'), write('b', 'y')]);
    expect(second).not.toBe(first);
  });
});
