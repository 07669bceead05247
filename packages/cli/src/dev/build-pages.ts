/** The `pages` step: builds the application's pages in `web/` with Vite, when there are any. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { collectFiles, hashFiles } from './content-hash.ts';
import type { HashStore } from './hash-store.ts';
import type { ProjectPaths } from './project-paths.ts';
import { runChild } from './run-child.ts';
import { StepError } from './step-error.ts';

export interface PagesContext {
  readonly paths: ProjectPaths;
  readonly hashes: HashStore;
  readonly stop: AbortSignal;
}

const STEP = 'pages';

/** Whether the application has pages at all. */
export function hasPages(paths: ProjectPaths): boolean {
  return existsSync(join(paths.pagesSource, 'index.html'));
}

/** @throws StepError when Vite is missing or the build fails */
export async function buildPages({ paths, hashes, stop }: PagesContext): Promise<'built' | 'unchanged'> {
  const sources = await collectFiles(paths.pagesSource, (path) => !path.startsWith(paths.pages));
  const inputHash = await hashFiles(paths.root, [...sources, ...(await lockFiles(paths.root))]);
  const isCurrent = existsSync(join(paths.pages, 'index.html')) && (await hashes.read(STEP)) === inputHash;
  if (isCurrent) return 'unchanged';
  const { exitCode, output } = await runChild({
    command: [process.execPath, findVite(paths.pagesSource), 'build', '--logLevel', 'warn'],
    directory: paths.pagesSource,
    stop,
  });
  if (exitCode !== 0) throw new StepError('The pages in web/ do not build.', output);
  await hashes.write(STEP, inputHash);
  return 'built';
}

function lockFiles(root: string): Promise<string[]> {
  return collectFiles(join(root, 'package-lock.json'), () => true);
}

function findVite(pagesSource: string): string {
  try {
    const manifest = createRequire(join(pagesSource, 'package.json')).resolve('vite/package.json');
    return join(dirname(manifest), 'bin', 'vite.js');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StepError('The pages in web/ need Vite, which is not installed.', reason);
  }
}
