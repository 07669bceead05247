import { isAbsolute, join } from 'node:path';
import type { LambdaFunctionModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { deriveId } from './derived-id.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import { findAsset } from './read-assets.ts';
import { physicalName, resourceArn } from './resource-attributes.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** AWS::Lambda::Function defaults (CloudFormation template reference, 2026-11). */
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MB = 128;

/** Code that is written in the template itself and has to become a file before it can run. */
export interface InlineCode {
  readonly directory: string;
  readonly text: string;
}

export interface BuiltLambdaFunction {
  readonly model: LambdaFunctionModel;
  readonly inlineCode: InlineCode | undefined;
}

/** @returns undefined for functions that are container images */
export function buildLambdaFunction(
  scope: StackScope,
  resource: TemplateResource,
  inlineCodeDirectory: string,
): BuiltLambdaFunction | undefined {
  const properties = readProperties(scope, resource);
  if (properties.optionalText('PackageType') === 'Image') return undefined;
  const around = scope.surroundings(resource);
  const variables = properties.record('Environment')['Variables'];
  const inlineCode = readInlineCode(scope, resource, inlineCodeDirectory);
  const roleArn = properties.optionalText('Role');
  const model: LambdaFunctionModel = {
    functionName: physicalName(resource, around),
    logicalId: resource.logicalId,
    arn: resourceArn(resource, around),
    codeDirectory: inlineCode?.directory ?? findCode(scope, resource),
    handler: properties.text('Handler'),
    runtime: properties.text('Runtime'),
    timeoutMs: (properties.optionalNumber('Timeout') ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
    memoryMb: properties.optionalNumber('MemorySize') ?? DEFAULT_MEMORY_MB,
    environment: Object.fromEntries(
      Object.entries(isRecord(variables) ? variables : {}).map(([name, value]) => [name, String(value)]),
    ),
    ...(roleArn === undefined ? {} : { roleArn }),
    metadata: resource.metadata,
  };
  return { model, inlineCode };
}

function readInlineCode(
  scope: StackScope,
  resource: TemplateResource,
  inlineCodeDirectory: string,
): InlineCode | undefined {
  const text = readProperties(scope, resource).record('Code')['ZipFile'];
  if (typeof text !== 'string') return undefined;
  return { text, directory: join(inlineCodeDirectory, deriveId(scope.stackName, resource.logicalId, text)) };
}

function findCode(scope: StackScope, resource: TemplateResource): string {
  const key = readProperties(scope, resource).record('Code')['S3Key'];
  const asset = typeof key === 'string' ? findAsset(scope.assets, key) : undefined;
  if (asset !== undefined) return asset;
  const path = resource.metadata['aws:asset:path'];
  if (typeof path === 'string') return isAbsolute(path) ? path : join(scope.directory, path);
  throw new AssemblyFault(
    `Stack "${scope.stackName}": the code of Lambda function "${resource.logicalId}" is not an asset of this assembly ` +
      `(S3Key ${JSON.stringify(key)}).`,
  );
}
