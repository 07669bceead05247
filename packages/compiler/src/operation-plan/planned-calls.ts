/** The data-source calls of one resolver for one selection. */
import { askedSource, objectTypesFrom, resolutionIn } from '../4-plan/value-source.ts';
import type { ValueSource } from '../4-plan/value-source.ts';
import type { Compilation } from '../compile.ts';
import type { FieldModel } from '../model/federation-model.ts';
import type { FieldFetch, RequiredInput, ResolverPlan } from '../model/resolver-plan.ts';
import { assertNever } from '../model/result.ts';
import { completionCalls } from './completion-calls.ts';
import type { CompletedValue } from './completion-calls.ts';
import { jointCalls } from './joint-calls.ts';
import { batchSizeOf, entityCall, isOverHttp, sourceOf } from './planned-call.ts';
import type { Call, PlannedCall } from './planned-call.ts';
import { isMentioned, selectedNames } from './read-selection.ts';
import type { ReadableSelection } from './read-selection.ts';
import { sharedSubgraph } from './shared-subgraph.ts';
import { hasPath, innerOf, isPresent, sourcesOfField, statesOf } from './value-state.ts';
import type { ValueState } from './value-state.ts';

export interface CallPlace {
  readonly selection: ReadableSelection;
  readonly deepNames: ReadonlySet<string> | undefined;
  readonly selectionAt: CompletedValue['selectionAt'];
  readonly wave: number;
  readonly isInList: boolean;
  readonly dependsOnType: boolean;
  /** What the object around the field carries. */
  readonly parent: ValueState;
  /** Whether the text of the selection that resolvers get shows the field. */
  readonly isVisible: boolean;
  readonly hasStandIns: boolean;
  readonly repeated: ReadonlySet<string>;
  /** For a root field: the subgraphs that can answer each of the other ones; none where fields do not share requests. */
  readonly otherRoots: readonly (readonly string[])[];
}

export interface FieldCalls {
  readonly calls: readonly PlannedCall[];
  /** The field's value by object type, completed. */
  readonly states: ReadonlyMap<string, ValueState>;
}

/** @param plan - undefined: the field has no resolver, its value is in the parent's */
export function plannedCalls(
  compilation: Compilation,
  { field, plan }: { readonly field: FieldModel; readonly plan: ResolverPlan | undefined },
  place: CallPlace,
): FieldCalls {
  const { model } = compilation;
  const ofValue = valueCalls(compilation, { field, plan }, place);
  const states = statesOf(
    model,
    objectTypesFrom(model, field.namedType, ofValue.sources),
    ofValue.sources,
    ofValue.calls.length === 0 ? innerOf(place.parent, field.name) : new Set(),
  );
  const ofCompletion = completionCalls(compilation, plan?.completion, { ...place, states });
  const isAbstract = plan?.completion !== undefined && plan.completion.typeName === undefined;
  const ofJoint = jointCalls(compilation, plan, { ...place, states });
  const calls = [...ofValue.calls, ...ofCompletion, ...ofJoint].map((call, index) => ({
    ...call,
    maxBatchSize: batchSizeOf(compilation, call),
    wave: place.wave + index + 1,
    isPerItem: place.isInList && call.operation === 'DynamoDB',
    dependsOnType: place.dependsOnType || (isAbstract && index >= ofValue.calls.length),
  }));
  return { calls, states };
}

interface ValueCalls {
  readonly calls: readonly Call[];
  readonly sources: readonly ValueSource[];
}

function valueCalls(
  compilation: Compilation,
  { field, plan }: { readonly field: FieldModel; readonly plan: ResolverPlan | undefined },
  place: CallPlace,
): ValueCalls {
  const { model } = compilation;
  if (plan === undefined) return { calls: [], sources: sourcesOfField(model, place.parent, field.name) };
  const { typeName, fieldName, value } = plan;
  const asks = `${typeName}.${fieldName}`;
  const inputs = plan.inputs
    .filter((input) => !isKnownInput(compilation, input, place.parent))
    .map((input) => inputCall(compilation, input));
  switch (value.kind) {
    case 'root-call':
      return rootCalls(compilation, { field, asks, alternatives: value.alternatives }, place);
    case 'joined-call': {
      const { subgraph } = value;
      const call: Call = { ...sourceOf(subgraph), operation: 'BatchInvoke', asks };
      // Where a named fragment hides a part of the field's selection, a handler can't answer it ahead.
      const isKnown =
        comesAlong(compilation, { field, value }, place) ||
        (place.parent.joint.has(fieldName) && place.deepNames !== undefined);
      const calls = isKnown ? [] : [...inputs, call];
      return { calls, sources: [askedSource(field, subgraph)] };
    }
    case 'handwritten': {
      const sources = [askedSource(field, value.subgraph)];
      if (typeName === model.rootTypes.subscription) return { calls: [], sources };
      const count = value.resolver.kind === 'unit' ? 1 : value.resolver.functions.length;
      const call: Call = { ...sourceOf(value.subgraph), operation: 'DynamoDB', asks };
      return { calls: Array.from({ length: count }, () => call), sources };
    }
    case 'property':
      return fetchCalls(compilation, { field, plan, inputs }, place);
    default:
      return assertNever(value);
  }
}

/**
 * A GraphQL-over-HTTP subgraph that made the parent has answered the field with it, under a key of name and arguments.
 * What the field requires, takes of contexts, or whose answer counts, is known only afterwards.
 */
function comesAlong(
  { api }: Compilation,
  { field, value: { subgraph, contextArguments, otherwise } }: JoinedField,
  { parent, isVisible }: CallPlace,
): boolean {
  const isWaiting =
    contextArguments.length > 0 ||
    otherwise !== undefined ||
    resolutionIn(field, subgraph)?.requires !== undefined;
  if (!isVisible || isWaiting || !isOverHttp(api, subgraph)) return false;
  return parent.sources.some((source) => source.subgraph === subgraph && source.only === undefined);
}

/** An input that a joint call brought; of objects and lists the parent may have a part. */
function isKnownInput({ model }: Compilation, input: RequiredInput, parent: ValueState): boolean {
  if (input.kind === 'call') return false;
  return input.group.fields.every(
    (name) => parent.type.fields.get(name)?.isComposite === false && isPresent(model, parent, name),
  );
}

interface JoinedField {
  readonly field: FieldModel;
  readonly value: Extract<ResolverPlan['value'], { kind: 'joined-call' }>;
}

interface RootField {
  readonly field: FieldModel;
  readonly asks: string;
  readonly alternatives: Extract<ResolverPlan['value'], { kind: 'root-call' }>['alternatives'];
}

function rootCalls(
  { model }: Compilation,
  { field, asks, alternatives }: RootField,
  place: CallPlace,
): ValueCalls {
  const names = selectedNames(place.selection);
  const { whole } = fittingChoices(alternatives, place);
  const candidates = rootCandidates(alternatives, place);
  const chosen = place.otherRoots.length === 0 ? candidates[0] : sharedSubgraph(candidates, place.otherRoots);
  const first = alternatives.find(({ subgraph }) => subgraph === chosen);
  if (first === undefined) return { calls: [], sources: [] };
  const call = (subgraph: string): Call => ({ ...sourceOf(subgraph), operation: 'Invoke', asks });
  const sources = [askedSource(field, first.subgraph)];
  const calls = [call(first.subgraph)];
  for (const { subgraph, adds } of alternatives.slice(alternatives.indexOf(first) + 1)) {
    if (whole !== undefined || !lacksAny(model, { field, sources, adds }, names)) continue;
    calls.push(call(subgraph));
    sources.push(askedSource(field, subgraph));
  }
  return { calls, sources };
}

/** The subgraphs that can answer a root field equally well; the first one where none has all that is selected. */
export function rootCandidates(
  alternatives: RootField['alternatives'],
  place: Pick<CallPlace, 'selection' | 'deepNames'>,
): readonly string[] {
  const { alike = [] } = fittingChoices(alternatives, place);
  return (alike.length > 0 ? alike : alternatives.slice(0, 1)).map(({ subgraph }) => subgraph);
}

/** By key of the parent: what its value lacks. */
function fetchCalls(
  compilation: Compilation,
  {
    field,
    plan,
    inputs,
  }: { readonly field: FieldModel; readonly plan: ResolverPlan; readonly inputs: readonly Call[] },
  place: CallPlace,
): ValueCalls {
  const { model } = compilation;
  const names = selectedNames(place.selection);
  let isAbsent = !isPresent(model, place.parent, field.name);
  const calls: Call[] = isAbsent ? [...inputs] : [];
  const sources = [...sourcesOfField(model, place.parent, field.name)];
  const { whole, fitting } = isAbsent ? fittingChoices(plan.fetches, place) : {};
  const first = fitting === undefined ? 0 : plan.fetches.indexOf(fitting);
  for (const { group, adds } of plan.fetches.slice(first)) {
    if (!isAbsent && (whole !== undefined || !lacksAny(model, { field, sources, adds }, names))) continue;
    isAbsent = false;
    calls.push(entityCall(compilation, [group]));
    sources.push(askedSource(field, group.subgraph));
  }
  return { calls, sources };
}

interface FittingChoices<T> {
  /** The first whose answer has all that is selected, at every depth. */
  readonly whole?: T | undefined;
  /** That one, or the first whose answer has all of the first level. */
  readonly fitting?: T | undefined;
  /** All that are as good as that one. */
  readonly alike?: readonly T[];
}

/** The twin of the emitted code that sets `ctx.stash.first`. */
function fittingChoices<T extends Pick<FieldFetch, 'covers' | 'misses'>>(
  choices: readonly T[],
  { selection, deepNames }: Pick<CallPlace, 'selection' | 'deepNames'>,
): FittingChoices<T> {
  const names = selectedNames(selection);
  if (names === undefined || names.size === 0) return {};
  const fitting = choices.filter(({ covers }) => [...names].every((name) => covers.includes(name)));
  const isDeciding = choices.some(({ misses }) => misses.length > 0);
  const wholes = isDeciding
    ? fitting.filter(({ misses }) => !misses.some((path) => isMentioned(deepNames, path)))
    : [];
  const [whole] = wholes;
  // Others add to the first one's answer only.
  const equal = isDeciding ? fitting.slice(0, 1) : fitting;
  return { whole, fitting: whole ?? fitting[0], alike: whole === undefined ? equal : wholes };
}

/** The twin of `lacks` in the emitted code. */
function lacksAny(
  model: Compilation['model'],
  value: {
    readonly field: FieldModel;
    readonly sources: readonly ValueSource[];
    readonly adds: readonly string[];
  },
  names: ReadonlySet<string> | undefined,
): boolean {
  const states = [
    ...statesOf(model, objectTypesFrom(model, value.field.namedType, value.sources), value.sources).values(),
  ];
  return value.adds.some((text) => {
    const [path = '', typeName] = text.split(':').reverse();
    const parts = path.split('.');
    const isSelected = names === undefined || names.has(parts[0] ?? '');
    const matching = states.filter(({ type }) => typeName === undefined || type.name === typeName);
    return isSelected && matching.some((state) => !hasPath(model, state, parts));
  });
}

function inputCall(compilation: Compilation, input: RequiredInput): Call {
  if (input.kind === 'fetch') return entityCall(compilation, [input.group]);
  return {
    ...sourceOf(input.subgraph),
    operation: 'BatchInvoke',
    asks: `${input.typeName}.${input.storedAs}`,
  };
}
