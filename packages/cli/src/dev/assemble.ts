/** The `assemble` step: runs the application of cdk.json, as the CDK command would, into `.tributary/cdk.out`. */
import { configurationFiles } from '@tributary/compiler/project';
import { existsSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError } from '../call-error.ts';
import { collectFiles, hashFiles } from './content-hash.ts';
import type { HashStore } from './hash-store.ts';
import type { ProjectPaths } from './project-paths.ts';
import { runChild } from './run-child.ts';
import { StepError } from './step-error.ts';
import { isRecord } from '../is-record.ts';

export interface AssembleContext {
  readonly paths: ProjectPaths;
  readonly hashes: HashStore;
  readonly stop: AbortSignal;
}

const STEP = 'assemble';
const OWN_INPUTS = ['cdk.json', 'package-lock.json', 'infra', 'subgraphs', 'resolvers'];
/** Packages whose code shapes the assembly. In a workspace they change without the lock file. */
const SHAPING_PACKAGES = ['@tributary/cdk', '@tributary/compiler', '@tributary/subgraph'];

/**
 * Makes the assembly current.
 * @param inputHash - of `hashInputs`
 * @returns `unchanged` when the inputs' hash is that of the assembly which is there
 * @throws CallError without a usable cdk.json, StepError when the application fails
 */
export async function assemble(
  { paths, hashes, stop }: AssembleContext,
  inputHash: string,
): Promise<'built' | 'unchanged'> {
  const { app, context } = await readCdkJson(paths.cdkJson);
  const manifest = join(paths.assembly, 'manifest.json');
  const isCurrent = existsSync(manifest) && (await hashes.read(STEP)) === inputHash;
  if (isCurrent) return 'unchanged';
  const { exitCode, output } = await runChild({
    command: app,
    directory: paths.root,
    environment: {
      CDK_OUTDIR: paths.assembly,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      // "cdk synth" checks templates against CloudFormation's rules; here that would double the time of the step.
      CDK_VALIDATION: 'false',
    },
    stop,
  });
  if (exitCode !== 0) throw new StepError(`"${app}" of cdk.json failed.`, output);
  if (!existsSync(manifest))
    throw new StepError(`"${app}" of cdk.json wrote no manifest to CDK_OUTDIR.`, output);
  await hashes.write(STEP, inputHash);
  return 'built';
}

/** Deletes the assembly unless it is current, so that old assets do not pile up. Only while no engine runs on it. */
export async function discardStaleAssembly(
  { paths, hashes }: Pick<AssembleContext, 'paths' | 'hashes'>,
  inputHash: string,
): Promise<void> {
  if ((await hashes.read(STEP)) === inputHash) return;
  await rm(paths.assembly, { recursive: true, force: true });
}

/** @returns one text for all that an assembly is made from */
export async function hashInputs(root: string): Promise<string> {
  const packageFolders = await Promise.all(
    SHAPING_PACKAGES.map((name) => realpath(join(root, 'node_modules', name, 'dist')).catch(() => undefined)),
  );
  const own = [...OWN_INPUTS.map((name) => join(root, name)), ...configurationFiles(root)];
  const folders = [...own, ...packageFolders.filter((folder) => folder !== undefined)];
  const files = await Promise.all(folders.map((folder) => collectFiles(folder, isInput)));
  return hashFiles(root, files.flat());
}

function isInput(path: string): boolean {
  return !/\.(?:test\.tsx?|map|md|stamp)$/.test(path);
}

interface CdkJson {
  readonly app: string;
  readonly context: Readonly<Record<string, unknown>>;
}

async function readCdkJson(file: string): Promise<CdkJson> {
  const fix =
    'Run the command in the folder of a CDK application; its cdk.json names the program to run in "app".';
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new CallError(`${file} does not exist.`, fix);
  try {
    const value: unknown = JSON.parse(text);
    const app = isRecord(value) ? value['app'] : undefined;
    if (!isRecord(value) || typeof app !== 'string') throw new CallError(`${file} has no "app".`, fix);
    return { app, context: isRecord(value['context']) ? value['context'] : {} };
  } catch (error) {
    if (error instanceof SyntaxError) throw new CallError(`${file} is not JSON: ${error.message}.`, fix);
    throw error;
  }
}
