/** A CDK cloud assembly on disk -> the application as plain data. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AppModel, LambdaFunctionModel, UnknownResource } from '../model/app-model.ts';
import { type ScopedResource, buildApi } from './build-api.ts';
import { buildEventBus, buildEventRule } from './build-event-rule.ts';
import { buildEventSourceMapping } from './build-event-source-mapping.ts';
import { buildIamPrincipals } from './build-iam-principals.ts';
import { type InlineCode, buildLambdaFunction } from './build-lambda-function.ts';
import { buildQueue } from './build-queue.ts';
import { buildTable } from './build-table.ts';
import { buildUserPool } from './build-user-pool.ts';
import { AssemblyFault, type LoadAssemblyOptions, type LoadAssemblyResult } from './load-assembly-options.ts';
import { openStacks } from './open-stacks.ts';
import { readManifest } from './read-manifest.ts';
import { isUnknownType } from './resource-types.ts';
import { selectStacks } from './select-stacks.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** @returns the model, or what is wrong with the folder, the stack name or a template */
export async function loadAssembly(options: LoadAssemblyOptions): Promise<LoadAssemblyResult> {
  try {
    return { ok: true, model: await buildModel({ ...options, directory: resolve(options.directory) }) };
  } catch (fault) {
    if (!(fault instanceof AssemblyFault)) throw fault;
    return { ok: false, errors: [fault.message] };
  }
}

async function buildModel(options: LoadAssemblyOptions): Promise<AppModel> {
  const stacks = await readManifest(options.directory);
  const selected = selectStacks(stacks, options.stackName);
  const scopes = await openStacks(stacks, options);
  const roots = selected.flatMap((stack) => scopes.get(stack) ?? []);
  const all = roots.flatMap(collectResources);
  const ofType = (...types: readonly string[]): readonly ScopedResource[] =>
    all.filter(({ resource }) => types.includes(resource.type));

  const lambdas = await buildLambdaFunctions(ofType('AWS::Lambda::Function'), options);
  const tables = ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable');
  const apis = ofType('AWS::AppSync::GraphQLApi');
  const rules = buildKnown(ofType('AWS::Events::Rule'), buildEventRule, 'AWS::Events::Rule (schedule)');
  const mappings = buildKnown(
    ofType('AWS::Lambda::EventSourceMapping'),
    buildEventSourceMapping,
    'AWS::Lambda::EventSourceMapping (disabled, or neither DynamoDB nor SQS)',
  );
  const [first] = roots;
  if (first === undefined) throw new AssemblyFault('No stack is selected.');
  return {
    region: first.region,
    accountId: first.accountId,
    apis: await Promise.all(apis.map((api) => buildApi(api, all))),
    tables: tables.map(({ scope, resource }) => buildTable(scope, resource)),
    lambdaFunctions: lambdas.models,
    userPools: ofType('AWS::Cognito::UserPool').map((pool) => buildUserPool(pool, all)),
    principals: buildIamPrincipals(all),
    eventBuses: ofType('AWS::Events::EventBus').map(({ scope, resource }) => buildEventBus(scope, resource)),
    eventRules: rules.models,
    queues: ofType('AWS::SQS::Queue').map(({ scope, resource }) => buildQueue(scope, resource)),
    eventSourceMappings: mappings.models,
    unknownResources: [...lambdas.unknown, ...rules.unknown, ...mappings.unknown, ...collectUnknown(all)],
  };
}

/** Nested stacks are part of theirs. */
function collectResources(scope: StackScope): readonly ScopedResource[] {
  const own = scope.resources.map((resource) => ({ scope, resource }));
  return [...own, ...[...scope.nested.values()].flatMap(collectResources)];
}

/** Models of the resources of one type; those of a kind that the engine does not run come back under `unknownType`. */
function buildKnown<T>(
  resources: readonly ScopedResource[],
  build: (scope: StackScope, resource: TemplateResource) => T | undefined,
  unknownType: string,
): { readonly models: readonly T[]; readonly unknown: readonly UnknownResource[] } {
  const built = resources.map(({ scope, resource }) => ({ resource, model: build(scope, resource) }));
  const logicalIds = built.flatMap(({ resource, model }) =>
    model === undefined ? [resource.logicalId] : [],
  );
  return {
    models: built.flatMap(({ model }) => (model === undefined ? [] : [model])),
    unknown: logicalIds.length > 0 ? [{ type: unknownType, logicalIds }] : [],
  };
}

interface LambdaFunctions {
  readonly models: readonly LambdaFunctionModel[];
  readonly unknown: readonly UnknownResource[];
}

async function buildLambdaFunctions(
  resources: readonly ScopedResource[],
  options: LoadAssemblyOptions,
): Promise<LambdaFunctions> {
  const inlineCodeDirectory = options.inlineCodeDirectory ?? join(tmpdir(), 'tributary-inline-code');
  const models: LambdaFunctionModel[] = [];
  const notRunnable: string[] = [];
  for (const { scope, resource } of resources) {
    const built = buildLambdaFunction(scope, resource, inlineCodeDirectory);
    if (built?.inlineCode !== undefined) await writeInlineCode(built.inlineCode);
    if (built !== undefined && (await isFolder(built.model.codeDirectory))) models.push(built.model);
    else notRunnable.push(resource.logicalId);
  }
  const type = 'AWS::Lambda::Function (container image or zip file)';
  return { models, unknown: notRunnable.length > 0 ? [{ type, logicalIds: notRunnable }] : [] };
}

/** AWS Lambda puts inline code of Node.js functions into index.js. */
async function writeInlineCode(code: InlineCode): Promise<void> {
  await mkdir(code.directory, { recursive: true });
  await writeFile(join(code.directory, 'index.js'), code.text);
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

function collectUnknown(all: readonly ScopedResource[]): readonly UnknownResource[] {
  const byType = new Map<string, string[]>();
  for (const { resource } of all) {
    if (!isUnknownType(resource.type)) continue;
    byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource.logicalId]);
  }
  return [...byType].map(([type, logicalIds]) => ({ type, logicalIds }));
}
