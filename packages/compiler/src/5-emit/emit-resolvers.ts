/** Resolver plans -> resolvers, functions and data sources of the emitted API. */
import type { GraphQLField } from 'graphql';
import type { SubgraphShape } from '@tributary/http-subgraph';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type {
  AppSyncApi,
  EmittedDataSource,
  EmittedFunction,
  EmittedResolver,
} from '../model/appsync-api.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan, FetchGroup, FieldFetch, RequiredInput, ResolverPlan } from '../model/resolver-plan.ts';
import { assertNever, err, invariant, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { emitGuardedProperty } from './access-code.ts';
import { emitInputCall, emitJoinedCall, emitRootAlternative, emitRootCall } from './call-code.ts';
import { emitCarryingProperty, isHandingOn } from './context-code.ts';
import { MAX_LIST_DEPTH } from './completion-code.ts';
import { emitFieldFetch, emitInputFetch } from './field-fetch-code.ts';
import { emitPipelineCode } from './pipeline-code.ts';
import { emitStepFunction, stepFunctionName } from './step-function.ts';

/** What emission must know of a subgraph besides its plans. */
export type EmittedSubgraph =
  | { readonly kind: 'lambda'; readonly name: string; readonly maxBatchSize: number }
  | {
      readonly kind: 'http';
      readonly name: string;
      readonly maxBatchSize: number;
      readonly shape: SubgraphShape;
    }
  | { readonly kind: 'dynamodb'; readonly name: string };

/** Events for one BatchInvoke of an entity reader. AppSync accepts 1 to 2,000 (service quotas, 2026-11-21). */
export const ENTITY_READER_BATCH_SIZE = 1_000;
const NONE_DATA_SOURCE = 'none';

export type EmittedResolvers = Pick<AppSyncApi, 'dataSources' | 'functions' | 'resolvers'>;

export function emitResolvers(
  model: FederationModel,
  plan: ApiPlan,
  subgraphs: readonly EmittedSubgraph[],
): Result<EmittedResolvers> {
  const context = createContext(model, subgraphs);
  const diagnostics = plan.resolvers.flatMap(checkListDepth);
  if (diagnostics.length > 0) return err(diagnostics);
  emitStepFunctions(context, plan);
  const resolvers = plan.resolvers.map((resolver) => emitResolver(context, resolver));
  return ok({
    dataSources: [...context.dataSources.values()].sort(byName),
    functions: [...context.functions.values()].sort(byName),
    resolvers,
  });
}

interface EmitContext {
  readonly model: FederationModel;
  readonly subgraphs: ReadonlyMap<string, EmittedSubgraph>;
  readonly dataSources: Map<string, EmittedDataSource>;
  readonly functions: Map<string, EmittedFunction>;
}

function createContext(model: FederationModel, subgraphs: readonly EmittedSubgraph[]): EmitContext {
  return {
    model,
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
    dataSources: new Map(),
    functions: new Map(),
  };
}

function checkListDepth({ typeName, fieldName, completion }: ResolverPlan): Diagnostic[] {
  if (completion === undefined || completion.listDepth <= MAX_LIST_DEPTH) return [];
  const feature = `A list of more than ${MAX_LIST_DEPTH} levels of entities from several subgraphs`;
  return [createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', { feature, place: `${typeName}.${fieldName}` })];
}

function emitStepFunctions(context: EmitContext, plan: ApiPlan): void {
  const steps = new Map<string, FetchGroup[]>();
  for (const group of plan.groups) {
    const name = stepFunctionName(group);
    const known = steps.get(name);
    if (known === undefined) steps.set(name, [group]);
    else known.push(group);
  }
  const completions = plan.resolvers.flatMap(({ completion }) => completion?.steps ?? []);
  const adding = completions.filter(({ places }) => places.some(({ adds }) => adds.length > 0));
  const addingNames = new Set(adding.map(stepFunctionName));
  for (const [name, groups] of steps) {
    const step = groups.at(-1);
    if (step === undefined) continue;
    const { dataSource, maxBatchSize } = entitySource(context, step.subgraph);
    const isAdding = addingNames.has(name);
    context.functions.set(
      name,
      emitStepFunction({ model: context.model, step, groups, isAdding, dataSource, maxBatchSize }),
    );
  }
}

function emitResolver(context: EmitContext, plan: ResolverPlan): EmittedResolver {
  const { typeName, fieldName, completion } = plan;
  const unit = emitUnit(context, plan);
  if (unit !== undefined) return unit;
  const inputs = plan.inputs.map((input, index) =>
    addFunction(context, emitInput(context, { plan, input, index })),
  );
  return {
    kind: 'pipeline',
    typeName,
    fieldName,
    code: emitPipelineCode({ model: context.model, plan }),
    functions: [
      ...inputs,
      ...valueFunctions(context, plan),
      ...plan.fetches.map((fetch, index) => addFunction(context, emitFetch(context, { plan, fetch, index }))),
      ...(completion?.steps.map(stepFunctionName) ?? []),
    ],
  };
}

/** A unit resolver, for a field that one call or one module gets. */
function emitUnit(context: EmitContext, plan: ResolverPlan): EmittedResolver | undefined {
  const { typeName, fieldName, value, access, inputs, fetches, completion } = plan;
  if (completion !== undefined || inputs.length + fetches.length > 0) return undefined;
  if ((access.length > 0 || isHandingOn(plan)) && value.kind !== 'property') return undefined;
  const unit = (one: Pick<EmittedFunction, 'dataSource' | 'code' | 'maxBatchSize'>): EmittedResolver => ({
    kind: 'unit',
    typeName,
    fieldName,
    ...one,
  });
  switch (value.kind) {
    case 'handwritten': {
      if (value.resolver.kind !== 'unit') return undefined;
      const dataSource = handwrittenSource(context, typeName, value.subgraph);
      return unit({ dataSource, code: value.resolver.module.code, maxBatchSize: 0 });
    }
    case 'root-call':
    case 'joined-call': {
      const [call, ...others] = emitCalls(context, plan);
      return call === undefined || others.length > 0 ? undefined : unit(call);
    }
    case 'property': {
      const code = isHandingOn(plan)
        ? emitCarryingProperty(context.model, plan)
        : emitGuardedProperty(typeName, fieldName, access);
      return unit({ dataSource: noneSource(context), code, maxBatchSize: 0 });
    }
    default:
      return assertNever(value);
  }
}

/** Names of the functions that get the value itself. */
function valueFunctions(context: EmitContext, plan: ResolverPlan): readonly string[] {
  switch (plan.value.kind) {
    case 'handwritten':
      return emitHandwritten(context, plan, plan.value);
    case 'root-call':
    case 'joined-call':
      return emitCalls(context, plan).map((emitted) => addFunction(context, emitted));
    case 'property':
      return [];
    default:
      return assertNever(plan.value);
  }
}

/** The functions that ask Lambda subgraphs for a field. */
function emitCalls(context: EmitContext, plan: ResolverPlan): readonly EmittedFunction[] {
  const { typeName, fieldName, value } = plan;
  const { model } = context;
  const field = fieldOf(context, plan);
  const name = `${typeName}_${fieldName}`;
  if (value.kind === 'joined-call') {
    const { dataSource, maxBatchSize } = lambdaSource(context, value.subgraph);
    const description = `Asks ${value.subgraph} for ${typeName}.${fieldName}.`;
    const isOverHttp = context.subgraphs.get(value.subgraph)?.kind === 'http';
    const code = emitJoinedCall({ model, typeName, field, isOverHttp, ...value });
    return [{ name, dataSource, code, maxBatchSize, description }];
  }
  if (value.kind !== 'root-call') return [];
  const isOne = value.alternatives.length === 1;
  const hasMisses = value.alternatives.some(({ misses }) => misses.length > 0);
  return value.alternatives.map((alternative, index) => {
    const { subgraph } = alternative;
    const call = { typeName, field, subgraph };
    return {
      name: isOne ? name : `${name}_from_${sourceName(subgraph)}`,
      dataSource: lambdaSource(context, subgraph).dataSource,
      code: isOne ? emitRootCall(call) : emitRootAlternative({ ...call, hasMisses }, alternative, index),
      maxBatchSize: 0,
      description: `Asks ${subgraph} for ${typeName}.${fieldName}.`,
    };
  });
}

function emitInput(
  context: EmitContext,
  {
    plan,
    input,
    index,
  }: { readonly plan: ResolverPlan; readonly input: RequiredInput; readonly index: number },
): EmittedFunction {
  const name = `${plan.typeName}_${plan.fieldName}_input_${index + 1}`;
  if (input.kind === 'call') {
    const { dataSource, maxBatchSize } = lambdaSource(context, input.subgraph);
    const description = `Asks ${input.subgraph} for ${input.typeName}.${input.storedAs}.`;
    return { name, dataSource, code: emitInputCall(context.model, input), maxBatchSize, description };
  }
  const { subgraph, typeName, fields } = input.group;
  const { dataSource, maxBatchSize } = entitySource(context, subgraph);
  const description = `Asks ${subgraph} for ${typeName} { ${fields.join(' ')} }.`;
  return { name, dataSource, code: emitInputFetch(context.model, input.group), maxBatchSize, description };
}

function emitFetch(
  context: EmitContext,
  { plan, fetch, index }: { readonly plan: ResolverPlan; readonly fetch: FieldFetch; readonly index: number },
): EmittedFunction {
  const { typeName, fieldName, fetches } = plan;
  const { subgraph, ordinal } = fetch.group;
  const hasMisses = fetches.some(({ misses }) => misses.length > 0);
  const { dataSource, maxBatchSize } = entitySource(context, subgraph);
  return {
    name: `${typeName}_${fieldName}_from_${sourceName(subgraph)}${ordinal === 0 ? '' : `_${ordinal + 1}`}`,
    dataSource,
    code: emitFieldFetch({ model: context.model, fieldName, fetch, index, hasMisses }),
    maxBatchSize,
    description: `Asks ${subgraph} for ${typeName}.${fieldName}, as far as the parent lacks it.`,
  };
}

function emitHandwritten(
  context: EmitContext,
  { typeName, fieldName }: ResolverPlan,
  { resolver, subgraph }: Extract<ResolverPlan['value'], { kind: 'handwritten' }>,
): readonly string[] {
  const dataSource = handwrittenSource(context, typeName, subgraph);
  const modules = resolver.kind === 'unit' ? [{ ...resolver.module, name: '' }] : resolver.functions;
  return modules.map(({ name, code, file }) => {
    const parts = [typeName, fieldName, ...(name === '' ? [] : [name.replaceAll(/\W/g, '_')])];
    const description = `Written by hand: ${file}`;
    return addFunction(context, { name: parts.join('_'), dataSource, code, maxBatchSize: 0, description });
  });
}

function handwrittenSource(context: EmitContext, typeName: string, subgraph: string): string {
  const isSubscription = context.model.schema.getSubscriptionType()?.name === typeName;
  return isSubscription ? noneSource(context) : tableSource(context, subgraph);
}

/** With the arguments that clients do not see: a subgraph gets their defaults. */
function fieldOf(
  context: EmitContext,
  { typeName, fieldName }: ResolverPlan,
): GraphQLField<unknown, unknown> {
  const { namedTypes, types } = context.model;
  const type = namedTypes[typeName];
  const field = type !== undefined && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  invariant(field !== undefined && 'args' in field, `no field ${typeName}.${fieldName}`);
  return { ...field, args: types.get(typeName)?.fields.get(fieldName)?.arguments ?? field.args };
}

function addFunction(context: EmitContext, emitted: EmittedFunction): string {
  context.functions.set(emitted.name, emitted);
  return emitted.name;
}

function addSource(context: EmitContext, source: EmittedDataSource): string {
  context.dataSources.set(source.name, source);
  return source.name;
}

function noneSource(context: EmitContext): string {
  return addSource(context, { kind: 'none', name: NONE_DATA_SOURCE });
}

function tableSource(context: EmitContext, subgraph: string): string {
  return addSource(context, { kind: 'dynamodb', name: sourceName(subgraph), subgraph });
}

function lambdaSource(context: EmitContext, subgraph: string) {
  const owner = context.subgraphs.get(subgraph);
  invariant(owner?.kind === 'lambda' || owner?.kind === 'http', `subgraph ${subgraph} has no Lambda`);
  const name = sourceName(subgraph);
  const dataSource = addSource(
    context,
    owner.kind === 'http'
      ? { kind: 'http', name, subgraph, shape: owner.shape }
      : { kind: 'lambda', name, subgraph },
  );
  return { dataSource, maxBatchSize: owner.maxBatchSize };
}

/** Who answers `_entities` for a subgraph: its Lambda handler, or the reader of its table. */
function entitySource(context: EmitContext, subgraph: string) {
  if (context.subgraphs.get(subgraph)?.kind !== 'dynamodb') return lambdaSource(context, subgraph);
  const name = `${sourceName(subgraph)}_entities`;
  return {
    dataSource: addSource(context, { kind: 'entity-reader', name, subgraph }),
    maxBatchSize: ENTITY_READER_BATCH_SIZE,
  };
}

function sourceName(subgraph: string): string {
  return subgraph.replaceAll('-', '_');
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
