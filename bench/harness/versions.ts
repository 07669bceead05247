/** Versions of what is compared. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './tributary.ts';

/** @param contenders - folders of `bench/contenders/`, whose packages are named with exact versions */
export async function readVersions(contenders: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const manifests = await Promise.all(
    contenders.map((name) => readFile(join(ROOT, 'bench', 'contenders', name, 'package.json'), 'utf8')),
  );
  const packages = manifests.map(
    (text) => (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies,
  );
  return { tributary: commit(), node: process.version, ...Object.assign({}, ...packages) } as Record<
    string,
    string
  >;
}

/** With a `+` when files were changed since. */
function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
    const isChanged =
      git(
        'status',
        '--porcelain',
        '--untracked-files=no',
        '--',
        'packages',
        'subgraphs',
        'resolvers',
        'infra',
      ) !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
  } catch {
    return 'unknown';
  }
}
