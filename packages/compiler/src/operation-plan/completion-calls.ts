/** The steps of a completion that run for one selection: the twin of the emitted guards. */
import { ordinalsOf } from '../4-plan/fetch-groups.ts';
import { objectTypesFrom, ownResolution } from '../4-plan/value-source.ts';
import type { Compilation } from '../compile.ts';
import type { Completion, FetchGroup, StepPlace, TypeCompletion } from '../model/resolver-plan.ts';
import { entityCall, isOverHttp } from './planned-call.ts';
import type { Call } from './planned-call.ts';
import { HIDDEN, selectedNames, selectedOf } from './read-selection.ts';
import type { ReadableSelection } from './read-selection.ts';
import { standInType } from './stand-in-type.ts';
import { hasPath, isPresent, sourcesOfField, statesOf } from './value-state.ts';
import type { ValueState } from './value-state.ts';

export interface CompletedValue {
  readonly selection: ReadableSelection;
  /** Names selected at any depth; undefined: a named fragment hides some. */
  readonly deepNames: ReadonlySet<string> | undefined;
  /** Of objects inside the value, at the end of a path. */
  readonly selectionAt: (path: readonly string[]) => ReadableSelection;
  /** What the value carries by object type; what the steps fetch is added. */
  readonly states: ReadonlyMap<string, ValueState>;
  readonly hasStandIns: boolean;
  /** Names selected more than once. */
  readonly repeated: ReadonlySet<string>;
}

export function completionCalls(
  compilation: Compilation,
  completion: Completion | undefined,
  value: CompletedValue,
): Call[] {
  if (completion === undefined) return [];
  const wanted = new Map(completion.types.map((type) => [type.typeName, wantedOf(compilation, type, value)]));
  for (const { typeName, foreignFields, leftoverFields } of completion.types)
    for (const name of [...foreignFields, ...leftoverFields]) value.states.get(typeName)?.dropped.add(name);
  return completion.steps.flatMap((step) => {
    const groups = compilation.plan.groups.filter(
      ({ subgraph, ordinal }) => subgraph === step.subgraph && ordinalsOf(step).includes(ordinal),
    );
    const isAlone = step.places.length === 1;
    const needs = step.places.map((place) => {
      const here = groups.filter(({ ordinal }) => ordinalsOf(step, place).includes(ordinal));
      return place.path.length === 0
        ? here.flatMap((group) => neededOf(compilation, { group, place, completion, wanted }, value))
        : innerGroups(compilation, { place, groups: here, wanted, isAlone }, value).map((group) => ({
            group,
            reasons: [''],
          }));
    });
    // For one field of one type alone its own resolver asks.
    const reasons = new Set(needs.flat().flatMap((one) => one.reasons));
    if (reasons.size === 1 && !reasons.has('')) return [];
    const needed = needs.map((list) => list.map(({ group }) => group));
    step.places.forEach(({ path, adds }, at) => {
      if (path.length > 0) return;
      for (const group of needed[at] ?? []) noteFetched({ value, completion, group, adds });
    });
    const all = new Set(needed.flat());
    return all.size === 0 ? [] : [entityCall(compilation, [...all])];
  });
}

type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

interface NeededGroup {
  readonly group: FetchGroup;
  /** `Type.field` for a field that its own resolver can ask for, '' for anything else. */
  readonly reasons: readonly string[];
}

/** The group with why it is asked for; nothing when it is not. */
function neededOf(
  compilation: Compilation,
  {
    group,
    place,
    completion,
    wanted,
  }: {
    readonly group: FetchGroup;
    readonly place: StepPlace;
    readonly completion: Completion;
    readonly wanted: Wanted;
  },
  { states, selection, hasStandIns }: CompletedValue,
): readonly NeededGroup[] {
  const { model } = compilation;
  const { typeName, fields } = group;
  if (typeName === completion.interfaceObject) {
    if (hasStandIns && standInType(compilation, completion, selection) !== undefined) return [];
    const blindIn = model.types.get(typeName)?.interfaceObjectIn;
    const isBlind = [...states.values()].some(({ sources }) =>
      sources.some(({ subgraph }) => blindIn?.has(subgraph)),
    );
    return isBlind ? [{ group, reasons: [''] }] : [];
  }
  const state = states.get(typeName);
  if (state === undefined) return [];
  const ofType = wanted.get(typeName);
  const isLackingPart = place.adds.some((text) => {
    const [name, path = ''] = text.split(':');
    return name === typeName && ofType?.has(path) === true && !hasPath(model, state, path.split('.'));
  });
  const lacking = fields.filter((name) => ofType?.has(name) === true && !isPresent(model, state, name));
  const reasons = [
    ...(isLackingPart ? [''] : []),
    ...lacking.map((name) => (group.lazy?.includes(name) === true ? `${typeName}.${name}` : '')),
  ];
  return reasons.length === 0 ? [] : [{ group, reasons }];
}

/** Equal for what one representation is enough for. */
export function askedFor({ subgraph, requires }: Pick<FetchGroup, 'subgraph' | 'requires'>): string {
  return `${subgraph} ${requires?.text ?? ''}`;
}

interface Fetched {
  readonly value: CompletedValue;
  readonly completion: Completion;
  readonly group: FetchGroup;
  /** Of the place. */
  readonly adds: StepPlace['adds'];
}

function noteFetched({ value, completion, group, adds }: Fetched): void {
  for (const [name, state] of value.states) {
    const isOfType = name === group.typeName;
    if (!isOfType && group.typeName !== completion.interfaceObject) continue;
    state.asked.add(askedFor(group));
    for (const field of [...group.fields, ...group.along]) {
      const known = state.type.fields.get(field);
      // Behind an interface, an object type may have the field of another subgraph.
      if (known === undefined || !(isOfType || ownResolution(known, group.subgraph))) continue;
      // What another step has fetched stays as it is, but for the parts that this one adds.
      const isAdded = adds.some((text) => text.startsWith(`${name}:${field}.`));
      if (state.fetched.has(field) && !isAdded) continue;
      state.fetched.set(field, [...(state.fetched.get(field) ?? []), group.subgraph]);
    }
  }
}

/** Groups for entities inside those of the value. */
function innerGroups(
  { model, api }: Compilation,
  {
    place,
    groups,
    wanted,
    isAlone,
  }: {
    readonly place: StepPlace;
    readonly groups: readonly FetchGroup[];
    readonly wanted: Wanted;
    /** The step asks for entities at no other place. */
    readonly isAlone: boolean;
  },
  { states, selectionAt }: CompletedValue,
): FetchGroup[] {
  const root = states.get(place.rootType ?? '');
  if (root === undefined) return [];
  const prefix = place.path.join('.');
  const inner = place.path.reduce<readonly ValueState[]>(
    (around, name) =>
      around.flatMap((state) => {
        const field = state.type.fields.get(name);
        const sources = sourcesOfField(model, state, name);
        return [
          ...statesOf(model, objectTypesFrom(model, field?.namedType ?? '', sources), sources).values(),
        ];
      }),
    [root],
  );
  const selected = isAlone ? selectedNames(selectionAt(place.path)) : new Set<string>();
  return groups.filter((group) => {
    const { typeName, fields, along, subgraph } = group;
    const lacking = fields.filter(
      (name) =>
        wanted.get(root.type.name)?.has(`${prefix}.${name}`) === true &&
        !root.inner.has(`${prefix}.${name}`) &&
        inner.some((state) => state.type.name === typeName && !isPresent(model, state, name)),
    );
    const asked =
      selected === undefined ? [...fields, ...along] : [...lacking, ...askedNames(group, selected)];
    const fetched = isOverHttp(api, subgraph) ? asked : fields;
    if (lacking.length > 0) for (const name of fetched) root.inner.add(`${prefix}.${name}`);
    return lacking.length > 0;
  });
}

/** What a server answers of a selection: with keys, where other subgraphs have a part of it. */
function askedNames({ fields, along, keys }: FetchGroup, selected: ReadonlySet<string>): readonly string[] {
  const whole = [...fields, ...along];
  const isWhole = [...selected].every((name) => whole.includes(name));
  const ofKeys = isWhole ? [] : keys.flatMap(({ fieldNames }) => fieldNames);
  return whole.filter((name) => selected.has(name) || ofKeys.includes(name));
}

/** The twin of `wantedFields` in the emitted code. */
function wantedOf(
  { model }: Compilation,
  { typeName, hiddenFields, needs, contextNeeds }: TypeCompletion,
  { selection, deepNames }: Pick<CompletedValue, 'selection' | 'deepNames'>,
): ReadonlySet<string> {
  const names = selectedOf(model, selection, typeName);
  const needed = new Set([
    ...(names.has(HIDDEN) ? hiddenFields : []),
    ...[...names].flatMap((name) => needs[name] ?? []),
    ...[...names].flatMap((name) => {
      const { takenBy = [], paths = [] } = contextNeeds[name] ?? {};
      const isTaken = (field: string) => [...(deepNames ?? [])].some((one) => one.includes(field));
      return deepNames === undefined || takenBy.some(isTaken) ? paths : [];
    }),
  ]);
  return new Set([...names, ...needed]);
}
