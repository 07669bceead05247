/** manifest.json -> the stacks of an assembly, those of nested assemblies (CDK stages) included. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import { readJsonFile } from './read-json-file.ts';

export interface StackArtifact {
  /** Unique in the assembly: what dependencies name. */
  readonly artifactId: string;
  readonly stackName: string;
  /** Folder that the template and its assets are relative to. */
  readonly directory: string;
  readonly templateFile: string;
  readonly assetFiles: readonly string[];
  /** undefined where the stack is environment-agnostic. */
  readonly region: string | undefined;
  readonly accountId: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly dependencies: readonly string[];
}

/** @throws AssemblyFault with what to do about it */
export async function readManifest(directory: string): Promise<readonly StackArtifact[]> {
  await requireFolder(directory);
  const stacks = await readStacks(directory);
  if (stacks.length > 0) return stacks;
  throw new AssemblyFault(`The cloud assembly ${directory} has no stacks.`);
}

async function requireFolder(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined);
  if (found === undefined) {
    throw new AssemblyFault(
      `The folder ${directory} does not exist. "cdk synth" makes one, usually cdk.out.`,
    );
  }
  const manifest = await stat(join(directory, 'manifest.json')).catch(() => undefined);
  if (manifest === undefined) {
    throw new AssemblyFault(
      `${directory} has no manifest.json, so it is not a CDK cloud assembly. Run "cdk synth" first.`,
    );
  }
}

async function readStacks(directory: string): Promise<readonly StackArtifact[]> {
  const path = join(directory, 'manifest.json');
  const manifest = await readJsonFile(path);
  const { artifacts } = manifest;
  if (typeof manifest['version'] !== 'string' || !isRecord(artifacts)) {
    throw new AssemblyFault(
      `${path} is not the manifest of a CDK cloud assembly: it has no "version" and "artifacts".`,
    );
  }
  const stacks: StackArtifact[] = [];
  for (const [artifactId, artifact] of Object.entries(artifacts)) {
    if (!isRecord(artifact)) continue;
    const properties = isRecord(artifact['properties']) ? artifact['properties'] : {};
    if (artifact['type'] === 'aws:cloudformation:stack') {
      stacks.push(toStack(artifactId, { artifact, properties, artifacts, directory }));
    }
    const nested = properties['directoryName'];
    if (artifact['type'] === 'cdk:cloud-assembly' && typeof nested === 'string') {
      stacks.push(...(await readStacks(join(directory, nested))));
    }
  }
  return stacks;
}

interface ArtifactSurroundings {
  readonly artifact: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly artifacts: Readonly<Record<string, unknown>>;
  readonly directory: string;
}

function toStack(artifactId: string, around: ArtifactSurroundings): StackArtifact {
  const { artifact, properties, artifacts, directory } = around;
  const dependencies = Array.isArray(artifact['dependencies']) ? artifact['dependencies'].map(String) : [];
  const [accountId, region] = readEnvironment(artifact['environment']);
  const { templateFile, stackName, parameters } = properties;
  if (typeof templateFile !== 'string') {
    throw new AssemblyFault(
      `The stack "${artifactId}" in ${directory}/manifest.json names no template file.`,
    );
  }
  return {
    artifactId,
    stackName: typeof stackName === 'string' ? stackName : artifactId,
    directory,
    templateFile,
    assetFiles: dependencies.flatMap((id) => assetFileOf(artifacts[id])),
    region,
    accountId,
    parameters: isRecord(parameters) ? parameters : {},
    dependencies,
  };
}

function assetFileOf(artifact: unknown): readonly string[] {
  if (!isRecord(artifact) || artifact['type'] !== 'cdk:asset-manifest' || !isRecord(artifact['properties']))
    return [];
  const { file } = artifact['properties'];
  return typeof file === 'string' ? [file] : [];
}

/** `aws://<account>/<region>`, with `unknown-account` and `unknown-region` for agnostic stacks. */
function readEnvironment(environment: unknown): readonly [string | undefined, string | undefined] {
  const match = /^aws:\/\/([^/]+)\/(.+)$/.exec(typeof environment === 'string' ? environment : '');
  const known = (value: string | undefined): string | undefined =>
    value?.startsWith('unknown-') ? undefined : value;
  return [known(match?.[1]), known(match?.[2])];
}
