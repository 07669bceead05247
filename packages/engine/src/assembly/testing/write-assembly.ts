/** Writes a cloud assembly in the form that the CDK gives it, for tests. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TestStack {
  readonly template: Readonly<Record<string, unknown>>;
  readonly dependencies?: readonly string[];
  readonly environment?: string;
  /** Object key -> path in the assembly. */
  readonly assets?: Readonly<Record<string, string>>;
}

/** @returns the assembly's folder, below the system's temporary one */
export async function writeAssembly(
  stacks: Readonly<Record<string, TestStack>>,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'assembly-'));
  const artifacts: Record<string, unknown> = {
    Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
  };
  const written: Record<string, string> = { ...files };
  for (const [name, stack] of Object.entries(stacks)) {
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } };
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: stack.environment ?? 'aws://unknown-account/unknown-region',
      properties: { templateFile: `${name}.template.json` },
      dependencies: [...(stack.dependencies ?? []), `${name}.assets`],
    };
    written[`${name}.template.json`] = JSON.stringify(stack.template);
    written[`${name}.assets.json`] = JSON.stringify({
      version: '55.0.0',
      files: toFiles(stack.assets ?? {}),
    });
  }
  written['manifest.json'] = JSON.stringify({ version: '55.0.0', artifacts });
  for (const [path, text] of Object.entries(written)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return directory;
}

function toFiles(assets: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(assets).map(([objectKey, path]) => [
      objectKey.replace(/\.\w+$/, ''),
      {
        source: { path, packaging: objectKey.endsWith('.zip') ? 'zip' : 'file' },
        destinations: { 'current_account-current_region': { bucketName: 'assets', objectKey } },
      },
    ]),
  );
}
