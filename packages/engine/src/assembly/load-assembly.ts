/** A CDK cloud assembly on disk -> the application as plain data. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AppModel, UnknownResource } from '../model/app-model.ts';
import { type ScopedResource, buildApi } from './build-api.ts';
import { buildEventBus, buildEventRule } from './build-event-rule.ts';
import { buildEventSourceMapping } from './build-event-source-mapping.ts';
import { buildIamPrincipals } from './build-iam-principals.ts';
import { buildLambdaFunction } from './build-lambda-function.ts';
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
  const { scopes, values } = await openStacks(stacks, options);
  const roots = selected.flatMap((stack) => scopes.get(stack) ?? []);
  const all = roots.flatMap(collectResources);
  const ofType = (...types: readonly string[]): readonly ScopedResource[] =>
    all.filter(({ resource }) => types.includes(resource.type));

  const aroundLambda = {
    layers: ofType('AWS::Lambda::LayerVersion'),
    eventInvokeConfigs: ofType('AWS::Lambda::EventInvokeConfig'),
    workDirectory: options.inlineCodeDirectory ?? join(tmpdir(), 'tributary-inline-code'),
  };
  const lambdaFunctions = await Promise.all(
    ofType('AWS::Lambda::Function').map(({ scope, resource }) =>
      buildLambdaFunction(scope, resource, aroundLambda),
    ),
  );
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
    lambdaFunctions,
    ssmParameters: values.ssmParameters(roots),
    secrets: values.secrets(roots),
    userPools: ofType('AWS::Cognito::UserPool').map((pool) => buildUserPool(pool, all)),
    principals: buildIamPrincipals(all),
    eventBuses: ofType('AWS::Events::EventBus').map(({ scope, resource }) => buildEventBus(scope, resource)),
    eventRules: rules.models,
    queues: ofType('AWS::SQS::Queue').map(({ scope, resource }) => buildQueue(scope, resource)),
    eventSourceMappings: mappings.models,
    unknownResources: [...rules.unknown, ...mappings.unknown, ...collectUnknown(all)],
  };
}

/** Nested stacks are part of theirs. @throws AssemblyFault for a stack with macros */
function collectResources(scope: StackScope): readonly ScopedResource[] {
  if (scope.unexpanded.length > 0) {
    throw new AssemblyFault(
      `Stack "${scope.stackName}" uses ${scope.unexpanded.join(', ')}, which CloudFormation expands when it deploys. ` +
        'Write the resources out, or include the processed template.',
    );
  }
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

function collectUnknown(all: readonly ScopedResource[]): readonly UnknownResource[] {
  const byType = new Map<string, string[]>();
  for (const { resource } of all) {
    if (!isUnknownType(resource.type)) continue;
    byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource.logicalId]);
  }
  return [...byType].map(([type, logicalIds]) => ({ type, logicalIds }));
}
