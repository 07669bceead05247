/** The stacks of a cloud assembly, as CloudFormation's limits see them. */
import { MAX_STACK_RESOURCES } from '@tributary/compiler';
import type { LimitMeasure } from '@tributary/compiler';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError } from '../call-error.ts';

/**
 * Bytes. CloudFormation quotas, "Template body size in an S3 object": 1 MB (checked 2026-11-21).
 * Differs or unconfirmed: read as 1,000,000 bytes, the stricter of the two readings.
 */
export const MAX_TEMPLATE_BYTES = 1_000_000;

const TEMPLATE = /\.template\.json$/;

/**
 * Two measures for each stack, nested ones and those of stages included.
 * @throws CallError when the folder is no cloud assembly
 */
export async function measureAssembly(directory: string): Promise<readonly LimitMeasure[]> {
  if (!existsSync(join(directory, 'manifest.json'))) {
    throw new CallError(
      `${directory} is not a cloud assembly: it has no manifest.json.`,
      'Run "npx cdk synth" and name its output folder, e.g. --assembly cdk.out.',
    );
  }
  const names = (await readdir(directory, { recursive: true })).filter((name) => TEMPLATE.test(name)).sort();
  const measures = await Promise.all(names.map((name) => measureTemplate(directory, name)));
  return measures.flat();
}

async function measureTemplate(directory: string, name: string): Promise<LimitMeasure[]> {
  const body = await readFile(join(directory, name));
  const place = `stack ${name.replace(TEMPLATE, '').replaceAll('\\', '/')}`;
  return [
    {
      limit: 'stack-resources',
      place,
      value: countResources(body.toString('utf8'), join(directory, name)),
      maximum: MAX_STACK_RESOURCES,
    },
    { limit: 'template-bytes', place, value: body.length, maximum: MAX_TEMPLATE_BYTES },
  ];
}

function countResources(text: string, file: string): number {
  try {
    const template: unknown = JSON.parse(text);
    const hasResources = typeof template === 'object' && template !== null && 'Resources' in template;
    const resources = hasResources ? template.Resources : undefined;
    return typeof resources === 'object' && resources !== null ? Object.keys(resources).length : 0;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CallError(`${file} is not JSON: ${error.message}`, 'Run "npx cdk synth" again.');
  }
}
