/**
 * Phase 4, plan: FederationModel -> ApiPlan. One resolver plan for every field that has work to do; AppSync runs at
 * most 10,000 resolvers for a request, so a field whose value is already in its parent gets none.
 */
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type {
  FederationModel,
  FieldModel,
  FieldResolution,
  ObjectTypeModel,
} from '../model/federation-model.ts';
import type { ApiPlan, FetchGroup, ResolverPlan, ValuePlan } from '../model/resolver-plan.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { HandwrittenResolver } from '../model/subgraph-source.ts';
import { fetchGroupsOf } from './fetch-groups.ts';
import { planCompletion } from './plan-completion.ts';
import type { Producer, ValueCompletion } from './plan-completion.ts';

/** What planning must know of a subgraph besides its schema. */
export interface PlannedSubgraph {
  readonly name: string;
  readonly kind: 'lambda' | 'dynamodb';
  readonly resolvers: readonly HandwrittenResolver[];
}

export function planResolvers(
  model: FederationModel,
  subgraphs: readonly PlannedSubgraph[],
): Result<ApiPlan> {
  const context: PlanContext = {
    model,
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
  };
  const candidates = planCandidates(context);
  const lazyFields = new Set(
    candidates.flatMap(({ completed }) =>
      completed.entityPlans.flatMap((plan) =>
        plan.lazyFields.map((name) => `${plan.completion.typeName}.${name}`),
      ),
    ),
  );
  const diagnostics: Diagnostic[] = [];
  const resolvers: ResolverPlan[] = [];
  for (const candidate of candidates) {
    diagnostics.push(...unreachable(candidate));
    const value = valuePlan(candidate, { context, lazyFields });
    if (!value.ok) {
      diagnostics.push(...value.error);
      continue;
    }
    const { completion } = candidate.completed;
    if (value.value.kind === 'property' && completion === undefined) continue;
    if (candidate.type.isRoot && candidate.isSubscription && value.value.kind !== 'handwritten') continue;
    resolvers.push({
      typeName: candidate.type.name,
      fieldName: candidate.field.name,
      value: value.value,
      completion: candidate.isSubscription ? undefined : completion,
    });
  }
  if (diagnostics.length > 0) return err(uniqueDiagnostics(diagnostics));
  return ok({ resolvers, groups: usedGroups(resolvers) });
}

interface PlanContext {
  readonly model: FederationModel;
  readonly subgraphs: ReadonlyMap<string, PlannedSubgraph>;
}

/** A field of the API with the subgraph that is to produce its value, and what completes it. */
interface Candidate {
  readonly type: ObjectTypeModel;
  readonly field: FieldModel;
  readonly isSubscription: boolean;
  /** The chosen one for fields that are called; all possible ones for fields in the parent's value. */
  readonly producers: readonly FieldResolution[];
  readonly completed: ValueCompletion;
}

function planCandidates(context: PlanContext): Candidate[] {
  const { model } = context;
  const subscriptionName = model.schema.getSubscriptionType()?.name;
  const types = [...model.types.values()].filter(({ kind }) => kind === 'object').sort(byName);
  return types.flatMap((type) => {
    const visible = visibleFieldNames(model, type.name);
    return [...type.fields.values()]
      .filter((field) => visible.has(field.name) && field.resolutions.length > 0)
      .sort(byName)
      .map((field) => {
        const choice = chooseProducers(model, type, field);
        return { type, field, isSubscription: type.name === subscriptionName, ...choice };
      });
  });
}

/** A called field goes to one subgraph: the one whose answer needs the fewest steps to complete; ties by name. */
function chooseProducers(model: FederationModel, type: ObjectTypeModel, field: FieldModel) {
  const isCalled = type.isRoot || field.hasArguments;
  if (!isCalled) {
    const producers = [...field.resolutions, ...keyHolders(type, field)];
    return { producers, completed: planCompletion(model, field, producers) };
  }
  const choices = field.resolutions.map((resolution) => ({
    producers: [resolution],
    completed: planCompletion(model, field, [resolution] satisfies Producer[]),
  }));
  const stepCount = (choice: { readonly completed: ValueCompletion }) =>
    choice.completed.completion?.steps.length ?? 0;
  return choices.reduce((best, choice) => (stepCount(choice) < stepCount(best) ? choice : best));
}

/** Subgraphs whose values carry the field only because it is part of their key, as `owner` of `@key("owner { id }")`. */
function keyHolders(type: ObjectTypeModel, field: FieldModel): FieldResolution[] {
  if (!field.isComposite) return [];
  return [...type.keys]
    .filter(([subgraph]) => !field.resolutions.some((resolution) => resolution.subgraph === subgraph))
    .filter(([, keys]) => keys.some(({ fieldNames }) => fieldNames.includes(field.name)))
    .map(([subgraph]) => ({ subgraph, requires: undefined, provides: undefined }));
}

interface ValueContext {
  readonly context: PlanContext;
  readonly lazyFields: ReadonlySet<string>;
}

function valuePlan(candidate: Candidate, { context, lazyFields }: ValueContext): Result<ValuePlan> {
  const { type, field, producers } = candidate;
  const handwritten = findHandwritten(context, type.name, field.name);
  if (handwritten !== undefined) return ok({ kind: 'handwritten', ...handwritten });
  const [resolution] = producers;
  const owner = resolution === undefined ? undefined : context.subgraphs.get(resolution.subgraph);
  if (resolution === undefined || owner === undefined) return ok({ kind: 'property' });
  const isCalled = (type.isRoot && !candidate.isSubscription) || (field.hasArguments && !type.isRoot);
  if (isCalled && owner.kind === 'dynamodb') {
    const coordinate = `${type.name}.${field.name}`;
    return err([createDiagnostic('APPSYNC_RESOLVER_MISSING', { field: coordinate, subgraph: owner.name })]);
  }
  if (type.isRoot)
    return ok(candidate.isSubscription ? { kind: 'property' } : { kind: 'root-call', subgraph: owner.name });
  if (field.hasArguments) {
    const keys = (type.keys.get(owner.name) ?? []).filter(({ isResolvable }) => isResolvable);
    return ok({ kind: 'joined-call', subgraph: owner.name, keys, requires: resolution.requires });
  }
  if (!lazyFields.has(`${type.name}.${field.name}`)) return ok({ kind: 'property' });
  const group = fetchGroupsOf(type).find(({ fields }) => fields.includes(field.name));
  return ok(group === undefined ? { kind: 'property' } : { kind: 'joined-entity', group });
}

function findHandwritten(context: PlanContext, typeName: string, fieldName: string) {
  for (const { name, resolvers } of context.subgraphs.values()) {
    const resolver = resolvers.find((one) => one.typeName === typeName && one.fieldName === fieldName);
    if (resolver !== undefined) return { subgraph: name, resolver };
  }
  return undefined;
}

function unreachable({ type, field, producers, completed, isSubscription }: Candidate): Diagnostic[] {
  if (isSubscription) return [];
  return completed.entityPlans.flatMap((plan) =>
    plan.unreachable.map(({ fieldName, subgraph }) =>
      createDiagnostic('APPSYNC_UNREACHABLE_FIELD', {
        type: plan.completion.typeName,
        field: fieldName,
        subgraph,
        producer: `${type.name}.${field.name}`,
        producerSubgraph: producers[0]?.subgraph ?? '',
      }),
    ),
  );
}

function usedGroups(resolvers: readonly ResolverPlan[]): FetchGroup[] {
  const groups = new Map<string, FetchGroup>();
  for (const { value, completion } of resolvers) {
    const used = completion?.types.flatMap((type) => type.groups) ?? [];
    for (const group of value.kind === 'joined-entity' ? [value.group, ...used] : used) {
      groups.set(`${group.subgraph} ${group.ordinal} ${group.typeName}`, group);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function visibleFieldNames(model: FederationModel, typeName: string): ReadonlySet<string> {
  const type = model.namedTypes[typeName];
  return new Set(type !== undefined && 'getFields' in type ? Object.keys(type.getFields()) : []);
}

function uniqueDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
