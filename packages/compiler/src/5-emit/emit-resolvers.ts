/** Resolver plans -> resolvers, functions and data sources of the emitted API. */
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { AppSyncApi, EmittedResolver } from '../model/appsync-api.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan, FetchGroup, FetchStep, ResolverPlan } from '../model/resolver-plan.ts';
import { err, ok } from '../model/result.ts';
import { standInOf } from '../model/stand-in.ts';
import type { Result } from '../model/result.ts';
import { MAX_LIST_DEPTH } from './completion-code.ts';
import { addFunction, createContext } from './emit-context.ts';
import type { EmitContext, EmittedSubgraph } from './emit-context.ts';
import { entitySource, lambdaSource } from './emitted-sources.ts';
import { emitFetch, emitInput } from './fetch-functions.ts';
import { emitGroupedStep, groupedStepName } from './grouped-step-function.ts';
import { emitJointCall, jointCallName } from './joint-call-function.ts';
import { withJointCompletion } from './joint-completion.ts';
import { emitPipelineCode } from './pipeline-code.ts';
import { emitStepFunction, stepFunctionName } from './step-function.ts';
import { emitUnit } from './unit-resolver.ts';
import { valueFunctions } from './value-functions.ts';

export type { EmittedSubgraph } from './emit-context.ts';

export type EmittedResolvers = Pick<AppSyncApi, 'dataSources' | 'functions' | 'resolvers'>;

export function emitResolvers(
  model: FederationModel,
  plan: ApiPlan,
  subgraphs: readonly EmittedSubgraph[],
): Result<EmittedResolvers> {
  const context = createContext(model, plan, subgraphs);
  const diagnostics = plan.resolvers.flatMap(checkListDepth);
  if (diagnostics.length > 0) return err(diagnostics);
  const hasLeftovers = mayKeepTakenFields(plan);
  emitStepFunctions(context, plan, hasLeftovers);
  emitGroupedSteps(context, plan, hasLeftovers);
  emitJointCalls(context, plan, hasLeftovers);
  const resolvers = plan.resolvers.map((resolver) => emitResolver(context, plan, resolver));
  return ok({
    dataSources: [...context.dataSources.values()].sort(byName),
    functions: [...context.functions.values()].sort(byName),
    resolvers,
  });
}

function checkListDepth({ typeName, fieldName, completion }: ResolverPlan): Diagnostic[] {
  if (completion === undefined || completion.listDepth <= MAX_LIST_DEPTH) return [];
  const feature = `A list of more than ${MAX_LIST_DEPTH} levels of entities from several subgraphs`;
  return [createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', { feature, place: `${typeName}.${fieldName}` })];
}

/** Some function may go on answering what another subgraph has taken from it. */
function mayKeepTakenFields({ resolvers }: ApiPlan): boolean {
  return resolvers.some(
    ({ completion }) =>
      completion?.types.some(({ leftoverFields }) => leftoverFields.length > 0) === true ||
      completion?.steps.some(({ places }) =>
        places.some(({ leftovers }) => Object.keys(leftovers).length > 0),
      ) === true,
  );
}

function emitStepFunctions(context: EmitContext, plan: ApiPlan, hasLeftovers: boolean): void {
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
  const used = new Set(completions.map(functionOfStep));
  for (const [name, groups] of steps) {
    const step = groups.at(-1);
    if (step === undefined || !used.has(name)) continue;
    const { dataSource, maxBatchSize } = entitySource(context, step.subgraph);
    const isAdding = addingNames.has(name);
    const along = context.along.ofEntities(step.subgraph, groups);
    context.functions.set(
      name,
      emitStepFunction({
        model: context.model,
        step,
        groups,
        isAdding,
        along,
        hasLeftovers,
        isOverHttp: context.subgraphs.get(step.subgraph)?.kind === 'http',
        dataSource,
        maxBatchSize,
      }),
    );
  }
}

function emitGroupedSteps(context: EmitContext, plan: ApiPlan, hasLeftovers: boolean): void {
  for (const step of plan.resolvers.flatMap(({ completion }) => completion?.steps ?? [])) {
    const { subgraph, ordinals } = step;
    if (ordinals === undefined || context.functions.has(groupedStepName({ subgraph, ordinals }))) continue;
    const groups = plan.groups.filter(
      (group) =>
        group.subgraph === subgraph && group.condition === undefined && ordinals.includes(group.ordinal),
    );
    const name = groupedStepName({ subgraph, ordinals });
    const along = context.along.ofGroups(subgraph, groups);
    const source = lambdaSource(context, subgraph);
    const { model } = context;
    addFunction(context, emitGroupedStep({ model, name, subgraph, groups, along, hasLeftovers, ...source }));
  }
}

function functionOfStep({ subgraph, ordinal, ordinals }: FetchStep): string {
  return ordinals === undefined
    ? stepFunctionName({ subgraph, ordinal })
    : groupedStepName({ subgraph, ordinals });
}

/**
 * Where subscribers may learn of a value, they may want its type: what a mutation returns is theirs, and a field below
 * does not know what is around it.
 */
function hasStandIns({ model }: EmitContext, typeName: string): boolean {
  const { rootTypes } = model;
  return rootTypes.subscription === undefined || rootTypes.query === typeName;
}

function emitJointCalls(context: EmitContext, { joint }: ApiPlan, hasLeftovers: boolean): void {
  for (const [subgraph, types] of joint) {
    const { dataSource, maxBatchSize } = lambdaSource(context, subgraph);
    const along = context.along.ofJoint(subgraph, types);
    const { model } = context;
    addFunction(
      context,
      emitJointCall({ model, subgraph, types, along, hasLeftovers, dataSource, maxBatchSize }),
    );
  }
}

function emitResolver(context: EmitContext, api: ApiPlan, planned: ResolverPlan): EmittedResolver {
  const plan = withJointCompletion(context.model, api, planned);
  const { typeName, fieldName, completion } = plan;
  const unit = emitUnit(context, plan);
  if (unit !== undefined) return unit;
  const inputs = plan.inputs.map((input, index) =>
    addFunction(context, emitInput(context, { plan, input, index })),
  );
  const isFree = completion !== undefined && hasStandIns(context, typeName);
  const standIn = isFree ? standInOf(context.model, api, completion) : undefined;
  return {
    kind: 'pipeline',
    typeName,
    fieldName,
    code: emitPipelineCode({ model: context.model, plan, standIn }),
    functions: [
      ...inputs,
      ...valueFunctions(context, plan),
      ...plan.fetches.map((fetch, index) => addFunction(context, emitFetch(context, { plan, fetch, index }))),
      ...(completion?.steps.map(functionOfStep) ?? []),
      ...(plan.joint ?? []).map(jointCallName),
    ],
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
