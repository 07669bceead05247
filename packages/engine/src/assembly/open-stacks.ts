/** Reads the templates of all stacks and ties them together: exports, outputs, nested stacks, SSM parameters. */
import { join } from 'node:path';
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault, type LoadAssemblyOptions } from './load-assembly-options.ts';
import { findAsset, readAssets } from './read-assets.ts';
import { readJsonFile } from './read-json-file.ts';
import type { StackArtifact } from './read-manifest.ts';
import { type StackScope, type StackScopeOptions, createStackScope } from './stack-scope.ts';
import { type StoredValues, createStoredValues } from './stored-values.ts';
import { parseTemplate } from './template.ts';

const DEFAULT_REGION = 'us-east-1';
export const LOCAL_ACCOUNT_ID = '000000000000';

export interface OpenStacks {
  /** By artifact; nested stacks hang below theirs. */
  readonly scopes: ReadonlyMap<StackArtifact, StackScope>;
  readonly values: StoredValues;
}

export async function openStacks(
  stacks: readonly StackArtifact[],
  options: LoadAssemblyOptions,
): Promise<OpenStacks> {
  const scopes = new Map<StackArtifact, StackScope>();
  const values = createStoredValues(options, () => scopes.values());
  const first = (find: (scope: StackScope) => unknown): unknown => {
    for (const scope of scopes.values()) {
      const found = find(scope);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const shared = {
    apiUrl: options.apiUrl,
    importValue: (name: string) => first((scope) => scope.exported(name)),
    stackOutput: (stackName: string, outputName: string) =>
      first((scope) => (scope.stackName === stackName ? scope.output(outputName) : undefined)),
    values,
  };
  for (const stack of stacks) {
    const common = {
      ...shared,
      region: stack.region ?? options.region ?? DEFAULT_REGION,
      accountId: stack.accountId ?? LOCAL_ACCOUNT_ID,
      directory: stack.directory,
      assets: await readAssets(stack),
    };
    const path = join(stack.directory, stack.templateFile);
    scopes.set(
      stack,
      await openStack(path, {
        ...common,
        stackName: stack.stackName,
        parameters: stack.parameters,
        givenParameters: options.parameters ?? {},
      }),
    );
  }
  for (const scope of scopes.values()) await openNestedStacks(scope, shared);
  return { scopes, values };
}

async function openStack(
  templatePath: string,
  options: Omit<StackScopeOptions, 'template'>,
): Promise<StackScope> {
  return createStackScope({ ...options, template: parseTemplate(await readJsonFile(templatePath)) });
}

type Shared = Pick<StackScopeOptions, 'apiUrl' | 'importValue' | 'stackOutput' | 'values'>;

/** A nested stack may use outputs of one before it, so they are opened in template order. */
async function openNestedStacks(scope: StackScope, shared: Shared): Promise<void> {
  for (const resource of scope.resources) {
    if (resource.type !== 'AWS::CloudFormation::Stack') continue;
    const location = String(scope.evaluate(resource.properties['TemplateURL']));
    const path = findAsset(scope.assets, location);
    if (path === undefined) {
      throw new AssemblyFault(
        `Stack "${scope.stackName}": the template of nested stack "${resource.logicalId}" is not an asset of this assembly.`,
      );
    }
    const parameters = scope.evaluate(resource.properties['Parameters']);
    const nested = await openStack(path, {
      ...shared,
      stackName: `${scope.stackName}-${resource.logicalId}`,
      region: scope.region,
      accountId: scope.accountId,
      directory: scope.directory,
      assets: scope.assets,
      parameters: isRecord(parameters) ? parameters : {},
      givenParameters: {},
    });
    scope.nested.set(resource.logicalId, nested);
    await openNestedStacks(nested, shared);
  }
}
