/** Tells whether an assembly changed in what the engine can't swap by itself: tables, functions, data sources, APIs. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../is-record.ts';

/** Swapped by `updateApi`, or without meaning on a laptop. */
const IGNORED_TYPES = new Set([
  'AWS::AppSync::FunctionConfiguration',
  'AWS::AppSync::GraphQLSchema',
  'AWS::AppSync::Resolver',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Logs::LogGroup',
]);

/**
 * The resources of all templates that matter, as text: equal text means that the running engine needs no new assembly.
 * Code of Lambda functions is left out: `reloadSubgraphHandler` has already swapped it.
 */
export async function readInfrastructureFingerprint(assemblyDirectory: string): Promise<string> {
  const names = (await readdir(assemblyDirectory)).filter((name) => name.endsWith('.template.json')).sort();
  const templates = await Promise.all(names.map((name) => readFile(join(assemblyDirectory, name), 'utf8')));
  return templates
    .map((text, index) => `${names[index] ?? ''}\n${toInfrastructureText(JSON.parse(text))}`)
    .join('\n');
}

/** @param template - a parsed CloudFormation template */
export function toInfrastructureText(template: unknown): string {
  const resources = isRecord(template) && isRecord(template['Resources']) ? template['Resources'] : {};
  const kept = Object.entries(resources).filter(
    ([, resource]) => isRecord(resource) && !IGNORED_TYPES.has(String(resource['Type'])),
  );
  return JSON.stringify(kept.map(([id, resource]) => [id, withoutCode(resource)]));
}

function withoutCode(resource: unknown): unknown {
  if (!isRecord(resource) || resource['Type'] !== 'AWS::Lambda::Function') return resource;
  const properties = isRecord(resource['Properties']) ? resource['Properties'] : {};
  return { ...resource, Properties: { ...properties, Code: null }, Metadata: null };
}
