import type { LambdaFunctionModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import type { ScopedResource } from './build-api.ts';
import { buildAsyncInvocation } from './build-async-invocation.ts';
import { type LocatedCode, locateCode } from './locate-code.ts';
import { resourceArn } from './resource-arn.ts';
import { resourceRef } from './resource-attributes.ts';
import { physicalName } from './resource-names.ts';
import { type ResourceProperties, readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** AWS::Lambda::Function defaults (CloudFormation template reference, 2026-11). */
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MB = 128;

const NODE_RUNTIME = /^nodejs/;

/** What else of the assembly belongs to functions. */
export interface LambdaSurroundings {
  readonly layers: readonly ScopedResource[];
  readonly eventInvokeConfigs: readonly ScopedResource[];
  /** For inline code and unpacked zip files. */
  readonly workDirectory: string;
}

/** AWS::Lambda::Function. One that can't run is in the model all the same, so that calls of it say why. */
export async function buildLambdaFunction(
  scope: StackScope,
  resource: TemplateResource,
  around: LambdaSurroundings,
): Promise<LambdaFunctionModel> {
  const properties = readProperties(scope, resource);
  const surroundings = scope.surroundings(resource);
  const functionName = physicalName(resource, surroundings);
  const runtime = properties.optionalText('Runtime') ?? '';
  const code = await findCode(scope, resource, { runtime, workDirectory: around.workDirectory });
  const variables = properties.record('Environment')['Variables'];
  const roleArn = properties.optionalText('Role');
  const reservedConcurrency = properties.optionalNumber('ReservedConcurrentExecutions');
  const layerDirectories = await findLayers(properties, around);
  const asyncInvocation = buildAsyncInvocation(
    functionName,
    properties.record('DeadLetterConfig')['TargetArn'],
    around.eventInvokeConfigs,
  );
  return {
    functionName,
    logicalId: resource.logicalId,
    arn: resourceArn(resource, surroundings),
    codeDirectory: code.ok ? code.directory : '',
    handler: code.ok ? properties.text('Handler') : (properties.optionalText('Handler') ?? ''),
    runtime,
    timeoutMs: (properties.optionalNumber('Timeout') ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
    memoryMb: properties.optionalNumber('MemorySize') ?? DEFAULT_MEMORY_MB,
    environment: Object.fromEntries(
      Object.entries(isRecord(variables) ? variables : {}).map(([name, value]) => [name, String(value)]),
    ),
    ...(roleArn === undefined ? {} : { roleArn }),
    metadata: resource.metadata,
    ...(layerDirectories.length === 0 ? {} : { layerDirectories }),
    ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
    ...(code.ok ? {} : { notRunnable: code.reason }),
    ...(asyncInvocation === undefined ? {} : { asyncInvocation }),
  };
}

async function findCode(
  scope: StackScope,
  resource: TemplateResource,
  { runtime, workDirectory }: { readonly runtime: string; readonly workDirectory: string },
): Promise<LocatedCode> {
  if (readProperties(scope, resource).optionalText('PackageType') === 'Image') {
    return { ok: false, reason: 'it is a container image' };
  }
  if (!NODE_RUNTIME.test(runtime)) {
    return { ok: false, reason: `its runtime is ${runtime}, and only Node.js functions run here` };
  }
  return locateCode(scope, resource, { property: 'Code', workDirectory });
}

/** Layers of other accounts are not there; the function may do without them. */
async function findLayers(
  properties: ResourceProperties,
  { layers, workDirectory }: LambdaSurroundings,
): Promise<readonly string[]> {
  const located = await Promise.all(
    properties.list('Layers').map(async (arn) => {
      const layer = layers.find(
        ({ scope, resource }) => resourceRef(resource, scope.surroundings(resource)) === arn,
      );
      return layer && locateCode(layer.scope, layer.resource, { property: 'Content', workDirectory });
    }),
  );
  return located.flatMap((code) => (code?.ok === true ? [code.directory] : []));
}
