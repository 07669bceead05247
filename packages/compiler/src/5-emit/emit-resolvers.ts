/** Resolver plans -> resolvers, functions and data sources of the emitted API. */
import type { GraphQLField } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type {
  AppSyncApi,
  EmittedDataSource,
  EmittedFunction,
  EmittedResolver,
} from '../model/appsync-api.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan, FetchStep, ResolverPlan } from '../model/resolver-plan.ts';
import { assertNever, err, invariant, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { emitCallCode } from './call-code.ts';
import { emitDescendCode, emitPipelineCode, MAX_LIST_DEPTH } from './pipeline-code.ts';
import type { PipelineValue } from './pipeline-code.ts';
import { emitStepFunction, stepFunctionName } from './step-function.ts';

/** What emission must know of a subgraph besides its plans. */
export type EmittedSubgraph =
  | { readonly kind: 'lambda'; readonly name: string; readonly maxBatchSize: number }
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
  const steps = new Map<string, FetchStep>();
  for (const group of plan.groups) steps.set(stepFunctionName(group), group);
  for (const [name, step] of steps) {
    const groups = plan.groups.filter((group) => stepFunctionName(group) === name);
    const { dataSource, maxBatchSize } = entitySource(context, step.subgraph);
    context.functions.set(
      name,
      emitStepFunction({ model: context.model, step, groups, dataSource, maxBatchSize }),
    );
  }
}

function emitResolver(context: EmitContext, plan: ResolverPlan): EmittedResolver {
  const { typeName, fieldName, value, completion } = plan;
  const steps = completion?.steps.map(stepFunctionName) ?? [];
  const pipeline = (pipelineValue: PipelineValue, functions: readonly string[]): EmittedResolver => ({
    kind: 'pipeline',
    typeName,
    fieldName,
    code: emitPipelineCode({ typeName, fieldName, value: pipelineValue, completion }),
    functions,
  });
  switch (value.kind) {
    case 'property':
      return pipeline({ kind: 'property' }, steps);
    case 'joined-entity': {
      const first = stepFunctionName(value.group);
      if (completion === undefined) return pipeline({ kind: 'joined-entity' }, [first]);
      const descend = `${typeName}_${fieldName}_value`;
      addFunction(context, {
        name: descend,
        dataSource: noneSource(context),
        code: emitDescendCode(typeName, fieldName, completion),
        maxBatchSize: 0,
        description: `Turns from ${typeName} to the value of its field ${fieldName}.`,
      });
      return pipeline({ kind: 'joined-entity' }, [first, descend, ...steps]);
    }
    case 'root-call':
    case 'joined-call': {
      const { dataSource, maxBatchSize } = lambdaSource(context, value.subgraph);
      const code = emitCallCode({ model: context.model, typeName, field: fieldOf(context, plan), value });
      const batch = value.kind === 'joined-call' ? maxBatchSize : 0;
      if (completion === undefined) {
        return { kind: 'unit', typeName, fieldName, dataSource, code, maxBatchSize: batch };
      }
      const name = `${typeName}_${fieldName}`;
      const description = `Asks ${value.subgraph} for ${typeName}.${fieldName}.`;
      addFunction(context, { name, dataSource, code, maxBatchSize: batch, description });
      return pipeline({ kind: 'fetched' }, [name, ...steps]);
    }
    case 'handwritten':
      return emitHandwritten(context, { ...plan, value }, pipeline);
    default:
      return assertNever(value);
  }
}

function emitHandwritten(
  context: EmitContext,
  plan: ResolverPlan & { readonly value: Extract<ResolverPlan['value'], { kind: 'handwritten' }> },
  pipeline: (value: PipelineValue, functions: readonly string[]) => EmittedResolver,
): EmittedResolver {
  const { typeName, fieldName, completion } = plan;
  const { resolver, subgraph } = plan.value;
  const isSubscription = context.model.schema.getSubscriptionType()?.name === typeName;
  const dataSource = isSubscription ? noneSource(context) : tableSource(context, subgraph);
  const steps = completion?.steps.map(stepFunctionName) ?? [];
  if (resolver.kind === 'unit' && completion === undefined) {
    return { kind: 'unit', typeName, fieldName, dataSource, code: resolver.module.code, maxBatchSize: 0 };
  }
  const modules = resolver.kind === 'unit' ? [{ ...resolver.module, name: '' }] : resolver.functions;
  const names = modules.map(({ name, code, file }) => {
    const functionName = [typeName, fieldName, ...(name === '' ? [] : [name.replaceAll(/\W/g, '_')])].join(
      '_',
    );
    addFunction(context, {
      name: functionName,
      dataSource,
      code,
      maxBatchSize: 0,
      description: `Written by hand: ${file}`,
    });
    return functionName;
  });
  return pipeline({ kind: 'fetched' }, [...names, ...steps]);
}

function fieldOf(
  context: EmitContext,
  { typeName, fieldName }: ResolverPlan,
): GraphQLField<unknown, unknown> {
  const type = context.model.namedTypes[typeName];
  const field = type !== undefined && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  invariant(field !== undefined && 'args' in field, `no field ${typeName}.${fieldName}`);
  return field;
}

function addFunction(context: EmitContext, emitted: EmittedFunction): void {
  context.functions.set(emitted.name, emitted);
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
  invariant(owner?.kind === 'lambda', `subgraph ${subgraph} has no Lambda`);
  const dataSource = addSource(context, { kind: 'lambda', name: sourceName(subgraph), subgraph });
  return { dataSource, maxBatchSize: owner.maxBatchSize };
}

/** Who answers `_entities` for a subgraph: its Lambda handler, or the reader of its table. */
function entitySource(context: EmitContext, subgraph: string) {
  if (context.subgraphs.get(subgraph)?.kind === 'lambda') return lambdaSource(context, subgraph);
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
