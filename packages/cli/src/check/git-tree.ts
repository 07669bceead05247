/** What a git ref holds of the project's folder, read without touching the working tree or the index. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CallError } from '../call-error.ts';

const run = promisify(execFile);
/** Bytes of output: an API schema is at most 1 MB, a file list rarely more. */
const MAX_OUTPUT_BYTES = 64_000_000;

/** @returns false outside of a repository too */
export async function isGitRef(ref: string, directory: string): Promise<boolean> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return (await git(args, directory)) !== undefined;
}

/** @param path - relative to `directory`, with slashes; @returns undefined when the ref does not have it */
export async function readFileOfRef(
  ref: string,
  path: string,
  directory: string,
): Promise<string | undefined> {
  return git(['show', `${ref}:./${path}`], directory);
}

/**
 * Writes the folder as of `ref` below the project's `.tributary/`, where its imports find the installed packages,
 * and removes it after `use`.
 */
export async function withTreeOfRef<Value>(
  ref: string,
  directory: string,
  use: (directory: string) => Promise<Value>,
): Promise<Value> {
  const work = join(directory, '.tributary');
  await mkdir(work, { recursive: true });
  const scratch = await mkdtemp(join(work, 'base-'));
  try {
    const tree = join(scratch, 'tree');
    await mkdir(tree);
    const prefix = (await git(['rev-parse', '--show-prefix'], directory))?.trim() ?? '';
    const index = { GIT_INDEX_FILE: join(scratch, 'index') };
    await required(git(['read-tree', `${ref}:${prefix}`], directory, index), ref);
    // Started at the top: with an index of the subtree, paths are relative to the project already.
    const top = (await required(git(['rev-parse', '--show-toplevel'], directory), ref)).trim();
    await required(git(['checkout-index', '--all', `--prefix=${tree}/`], top, index), ref);
    return await use(tree);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function required(output: Promise<string | undefined>, ref: string): Promise<string> {
  const text = await output;
  if (text !== undefined) return text;
  throw new CallError(`git can't read the project's folder as of ${ref}.`, 'Name another ref in --base.');
}

/** @returns standard output; undefined when git fails */
async function git(
  args: readonly string[],
  directory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  try {
    const options = {
      cwd: directory,
      env: { ...process.env, ...environment },
      maxBuffer: MAX_OUTPUT_BYTES,
      encoding: 'utf8' as const,
    };
    return (await run('git', [...args], options)).stdout;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') {
      throw new CallError('git is not installed.', 'Install git, or name an SDL file in --base.');
    }
    return undefined;
  }
}
