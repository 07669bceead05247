/**
 * FederationModel -> ApiPlan. One resolver plan for every field that has work to do; AppSync runs at
 * most 10,000 resolvers for a request, so a field whose value is already in its parent gets none.
 */
import { MAX_PIPELINE_FUNCTIONS } from '../check/limits.ts';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { visibleFieldNames } from '../model/federation-model.ts';
import type { FederationModel, KeyFieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import type { ApiPlan, FetchGroup, LabelledCall, ResolverPlan, ValuePlan } from '../model/resolver-plan.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { mergeSelections } from '../model/selected-fields.ts';
import type { HandwrittenResolver } from '../model/subgraph-source.ts';
import { createCompleteType } from './complete-type.ts';
import { exploreValues } from './explore-values.ts';
import type { ExploredField } from './explore-values.ts';
import { keepInnerFields } from './keep-inner-fields.ts';
import { checkLabelMerges } from './check-label-merges.ts';
import { checkLabelStates } from './check-label-states.ts';
import { countFunctions } from './count-functions.ts';
import { groupId } from './fetch-groups.ts';
import { withJointCalls } from './with-joint-calls.ts';
import { withLazyFields } from './with-lazy-fields.ts';
import type { LackingFields } from './lacking-fields.ts';
import { createCompletionPlanner } from './plan-completion.ts';
import { planFieldFetches } from './plan-field-fetches.ts';
import { planRootAlternatives } from './plan-root-alternatives.ts';
import { inputsOfCall, inputsOfGroup } from './required-inputs.ts';
import { checkSatisfiability } from './satisfiability.ts';
import { otherSide, resolutionIn } from './value-source.ts';

/** What planning must know of a subgraph besides its schema. */
export interface PlannedSubgraph {
  readonly name: string;
  readonly kind: 'lambda' | 'http' | 'dynamodb';
  readonly resolvers: readonly HandwrittenResolver[];
}

/** Plans that may have more functions than AppSync takes. */
export function planAllResolvers(
  model: FederationModel,
  subgraphs: readonly PlannedSubgraph[],
): Result<ApiPlan> {
  const handwritten = handwrittenByCoordinate(subgraphs);
  const preferred = (typeName: string, fieldName: string) =>
    handwritten.get(`${typeName}.${fieldName}`)?.subgraph;
  const exploration = exploreValues(model, preferred);
  const { lackingFields } = exploration;
  const named = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  const context: PlanContext = { model, subgraphs: named, handwritten, lackingFields };
  const ofLabels = model.deferred?.size === 0 ? checkLabelStates(model, preferred) : [];
  const unsatisfied = ofLabels.length > 0 ? ofLabels : checkSatisfiability(model, exploration);
  const refused = unsatisfied.length > 0 ? unsatisfied : checkLabelMerges(model, exploration.fields);
  if (refused.length > 0) {
    const missing = exploration.fields.map((explored) => valuePlan(explored, context));
    return err([...refused, ...missing.flatMap((value) => (value.ok ? [] : value.error))]);
  }
  const fetches = new Map(
    exploration.fields.flatMap((one) => {
      const own = planFieldFetches(model, one, lackingFields);
      return own.length === 0 ? [] : [[one.field.coordinate, own] as const];
    }),
  );
  // A GraphQL server answers what it is asked for.
  const volunteers = new Set(subgraphs.flatMap(({ kind, name }) => (kind === 'http' ? [] : [name])));
  const handlers = new Set(subgraphs.flatMap(({ kind, name }) => (kind === 'lambda' ? [name] : [])));
  const groupsOfFields = new Map(
    [...fetches].map(([coordinate, own]) => [coordinate, own.map(({ group }) => group)]),
  );
  const completeType = createCompleteType(model, groupsOfFields);
  const planCompletion = createCompletionPlanner(model, { completeType, volunteers, handlers });
  const diagnostics: Diagnostic[] = [];
  const resolvers: ResolverPlan[] = [];
  const groups: FetchGroup[] = [];
  for (const explored of [...exploration.fields].sort(byCoordinate)) {
    const { type, field, ways } = explored;
    const ownFetches = fetches.get(field.coordinate) ?? [];
    if (ownFetches.length === 0 && isPlainLeaf(explored, context)) continue;
    const value = valuePlan(explored, context);
    if (!value.ok) {
      diagnostics.push(...value.error);
      continue;
    }
    const inputs = inputsOf(model, explored, { value: value.value, fetches: ownFetches });
    const room = MAX_PIPELINE_FUNCTIONS - countFunctions({ value: value.value, inputs, fetches: ownFetches });
    const completed = planCompletion({ field, isRoot: type.isRoot, ways, room });
    const { completion } = completed;
    const access = model.access.get(field.coordinate) ?? [];
    const contexts = model.contexts.get(field.coordinate) ?? [];
    const defaultType = defaultTypeOf(model, explored);
    const isPlain =
      completion === undefined &&
      defaultType === undefined &&
      ownFetches.length + access.length + contexts.length === 0;
    if (value.value.kind === 'property' && isPlain) continue;
    groups.push(...completed.groups);
    resolvers.push({
      typeName: type.name,
      fieldName: field.name,
      value: value.value,
      access,
      contexts,
      defaultType,
      inputs,
      fetches: ownFetches,
      completion,
    });
  }
  if (diagnostics.length > 0) return err(diagnostics);
  const plan = {
    resolvers: [...keepInnerFields(model, resolvers), ...subscriptionResolvers(context)].sort(byName),
    groups: withLazyFields(distinctGroups(groups), resolvers),
  };
  return ok(withJointCalls(model, plan, { fields: exploration.fields, handlers }));
}

interface PlanContext {
  readonly model: FederationModel;
  readonly subgraphs: ReadonlyMap<string, PlannedSubgraph>;
  readonly handwritten: HandwrittenByCoordinate;
  readonly lackingFields: LackingFields;
}

/** Nearly all fields: the object that has the field has its value, and nobody is kept from it. */
function isPlainLeaf({ type, field }: ExploredField, { model, handwritten }: PlanContext): boolean {
  const { coordinate, isComposite, hasArguments } = field;
  if (type.isRoot || isComposite || hasArguments || handwritten.has(coordinate)) return false;
  return !model.access.has(coordinate) && !model.contexts.has(coordinate);
}

function valuePlan(explored: ExploredField, context: PlanContext): Result<ValuePlan> {
  const { type, field } = explored;
  const handwritten = context.handwritten.get(field.coordinate);
  if (handwritten !== undefined) {
    const contextual = resolutionIn(field, handwritten.subgraph)?.contextArguments ?? [];
    if (contextual.length === 0) return ok({ kind: 'handwritten', ...handwritten });
    const feature = 'An argument from a context, for a resolver written by hand,';
    return err([createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', { feature, place: field.coordinate })]);
  }
  const subgraph = calledSubgraph(explored);
  if (subgraph === undefined) return ok({ kind: 'property' });
  if (context.subgraphs.get(subgraph)?.kind === 'dynamodb') {
    return err([createDiagnostic('APPSYNC_RESOLVER_MISSING', { field: field.coordinate, subgraph })]);
  }
  if (type.isRoot) {
    return ok({
      kind: 'root-call',
      alternatives: planRootAlternatives(context.model, explored, {
        first: subgraph,
        lackingFields: context.lackingFields,
      }),
    });
  }
  const { requires, contextArguments = [] } = resolutionIn(field, subgraph) ?? {};
  return ok({
    kind: 'joined-call',
    subgraph,
    keys: resolvableKeys(type, subgraph),
    requires,
    contextArguments,
    otherwise: planOtherwise(explored, subgraph),
  });
}

/** The other side of an override label, where both can be asked. */
function planOtherwise({ type, field, parents }: ExploredField, first: string): LabelledCall | undefined {
  const condition = resolutionIn(field, first)?.condition;
  const other = otherSide(field, first);
  if (condition === undefined || other === undefined) return undefined;
  const { subgraph, requires, contextArguments } = other;
  const isCallable = parents.every(({ callable }) => callable.get(field.name)?.includes(subgraph));
  if (!isCallable) return undefined;
  return { condition, subgraph, keys: resolvableKeys(type, subgraph), requires, contextArguments };
}

function resolvableKeys({ keys }: ObjectTypeModel, subgraph: string): readonly KeyFieldSet[] {
  return (keys.get(subgraph) ?? []).filter(({ isResolvable }) => isResolvable);
}

/** The subgraph that is asked for a root field or a field with arguments; undefined for other fields. */
function calledSubgraph({ type, field, parents, firstSubgraph }: ExploredField): string | undefined {
  if (type.isRoot) return firstSubgraph;
  if (!field.hasArguments) return undefined;
  const choices = parents.map(({ callable }) => callable.get(field.name) ?? []);
  const [first = []] = choices;
  return first.find((name) => choices.every((one) => one.includes(name))) ?? first[0];
}

function inputsOf(
  model: FederationModel,
  { type, field, parents }: ExploredField,
  plan: Pick<ResolverPlan, 'value' | 'fetches'>,
): ResolverPlan['inputs'] {
  const { value } = plan;
  if (value.kind === 'joined-call') {
    const required = [value.requires?.selectionSet, value.otherwise?.requires?.selectionSet];
    return inputsOfCall(model, type, required.reduce(mergeSelections, undefined));
  }
  const [fetch] = plan.fetches;
  const isSingle = parents.some(({ single }) => single.has(field.name));
  return isSingle && fetch !== undefined ? inputsOfGroup(model, type, fetch.group) : [];
}

/** The object type that some producer's values are known to have; others name theirs. */
function defaultTypeOf(
  { possibleTypes }: FederationModel,
  { field, ways }: ExploredField,
): string | undefined {
  if (!possibleTypes.has(field.namedType)) return undefined;
  const producers = ways.flatMap(({ sources }) => sources.map(({ subgraph }) => subgraph));
  return producers.map((subgraph) => resolutionIn(field, subgraph)?.objectType).find(Boolean);
}

/** Subscriptions deliver what a mutation returned: only what is written by hand or guarded has a resolver. */
function subscriptionResolvers(context: PlanContext): ResolverPlan[] {
  const name = context.model.rootTypes.subscription;
  if (name === undefined) return [];
  return [...visibleFieldNames(context.model, name)].flatMap((fieldName) => {
    const handwritten = context.handwritten.get(`${name}.${fieldName}`);
    const access = context.model.access.get(`${name}.${fieldName}`) ?? [];
    if (handwritten === undefined && access.length === 0) return [];
    const value: ValuePlan =
      handwritten === undefined ? { kind: 'property' } : { kind: 'handwritten', ...handwritten };
    const plan = { typeName: name, fieldName, value, access };
    return [
      { ...plan, contexts: [], defaultType: undefined, inputs: [], fetches: [], completion: undefined },
    ];
  });
}

/** `Type.field` -> the resolver of the first subgraph that has one. */
type HandwrittenByCoordinate = ReadonlyMap<
  string,
  { readonly subgraph: string; readonly resolver: HandwrittenResolver }
>;

function handwrittenByCoordinate(subgraphs: readonly PlannedSubgraph[]): HandwrittenByCoordinate {
  const found = new Map<string, { readonly subgraph: string; readonly resolver: HandwrittenResolver }>();
  for (const { name, resolvers } of subgraphs) {
    for (const resolver of resolvers) {
      const coordinate = `${resolver.typeName}.${resolver.fieldName}`;
      if (!found.has(coordinate)) found.set(coordinate, { subgraph: name, resolver });
    }
  }
  return found;
}

function distinctGroups(groups: readonly FetchGroup[]): FetchGroup[] {
  const byId = new Map(groups.map((group) => [groupId(group), group]));
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function byCoordinate({ field: a }: ExploredField, { field: b }: ExploredField): number {
  return a.coordinate < b.coordinate ? -1 : 1;
}

function byName(a: ResolverPlan, b: ResolverPlan): number {
  return a.typeName === b.typeName ? (a.fieldName < b.fieldName ? -1 : 1) : a.typeName < b.typeName ? -1 : 1;
}
