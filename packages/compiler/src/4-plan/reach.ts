/**
 * What can be got of an entity, from what its value carries: the search for fetch groups whose keys and required
 * fields are present, or can be made so by other groups first. Field sets may be nested; then the search goes on in
 * the entities inside, which may need fetches of their own.
 */
import type { SelectionSetNode } from 'graphql';
import type { FederationModel, FieldModel, KeyFieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import { selectedFields } from '../model/selected-fields.ts';
import type { SelectedField } from '../model/selected-fields.ts';
import { createBacktracking } from './backtracking.ts';
import { groupsBringing } from './fetch-groups.ts';
import { leftoverFields } from './leftover-fields.ts';
import { childSources, isAdding } from './place-sources.ts';
import { createPlace, isAt } from './reach-place.ts';
import type { Addition, InnerSelection, Place, PlaceSource, ReachCall, ReachStep } from './reach-place.ts';
import { objectTypesFrom } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** Steps that make one key or required field present before another; longer chains are not looked for. */
const MAX_CHAIN = 6;

export interface Reach {
  /** Steps so far, each after those that supply its key and its required fields. */
  readonly steps: readonly ReachStep[];
  /** Fetches and calls for fields with arguments, in order, when they are allowed. */
  readonly calls: readonly (ReachStep | ReachCall)[];
  /** The group whose step makes the field present; undefined when the entity carries it, or nothing does. */
  originOf(name: string): FetchGroup | undefined;
  /** Adds the group and what it depends on. @returns what must be present, or undefined when no key leads there */
  include(group: FetchGroup): readonly string[] | undefined;
  /** Makes a key present. @returns what must be present, or undefined when none can be */
  keyFor(keys: readonly KeyFieldSet[]): readonly string[] | undefined;
  /** Makes a field set present. */
  ensure(selectionSet: SelectionSetNode): readonly string[] | undefined;
  /** Makes those fields of a field set present that can be. */
  ensureParts(selectionSet: SelectionSetNode): readonly string[];
}

export interface ReachOptions {
  readonly model: FederationModel;
  readonly type: ObjectTypeModel;
  /** All of them made the value together. */
  readonly sources: readonly ValueSource[];
  /** Fields with arguments may be called for one entity: in its own resolver, not in the steps of a list. */
  readonly mayCall: boolean;
}

export function createReach({ model, type, sources, mayCall }: ReachOptions): Reach {
  const calls: (ReachStep | ReachCall)[] = [];
  const { attempt, onUndo } = createBacktracking();
  const addCall = (call: ReachStep | ReachCall): void => {
    calls.push(call);
    onUndo(() => calls.pop());
  };

  const include = (place: Place, group: FetchGroup, budget: number): readonly string[] | undefined => {
    const known = place.included.get(group);
    if (known !== undefined) return known;
    if (budget === 0 || place.inProgress.has(group)) return undefined;
    place.inProgress.add(group);
    const needs = attempt(() => {
      const ofKey = keyFor(place, group.keys, budget - 1);
      const ofRequires = group.requires && ensure(place, group.requires.selectionSet, budget - 1);
      if (ofKey === undefined || (group.requires !== undefined && ofRequires === undefined)) return undefined;
      const all = [...new Set([...ofKey, ...(ofRequires ?? [])])];
      place.included.set(group, all);
      const lacking = group.fields.filter((name) => !place.inherited.has(name));
      const brought = lacking.filter((name) => !place.origins.has(name));
      const uncertain = lacking.filter((name) => isUncertain(group, place.origins.get(name)));
      for (const name of brought) place.origins.set(name, group);
      onUndo(() => {
        place.included.delete(group);
        for (const name of brought) place.origins.delete(name);
      });
      addCall(stepAt(place, { group, needs: all, brings: [...brought, ...uncertain] }));
      return all;
    });
    place.inProgress.delete(group);
    return needs;
  };

  const keyFor = (
    place: Place,
    keys: readonly KeyFieldSet[],
    budget: number,
  ): readonly string[] | undefined => {
    for (let limit = 0; limit <= budget; limit += 1) {
      for (const key of keys) {
        const needs = attempt(() => ensure(place, key.selectionSet, limit));
        if (needs !== undefined) return needs;
      }
    }
    return undefined;
  };

  const ensure = (place: Place, set: SelectionSetNode, budget: number): readonly string[] | undefined => {
    const needs: string[] = [];
    for (const selected of selectedFields(model, set, place.type.name)) {
      const found = ensureField(place, selected, budget);
      if (found === undefined) return undefined;
      needs.push(...found);
    }
    return needs;
  };

  const ensureField = (
    place: Place,
    selected: SelectedField,
    budget: number,
  ): readonly string[] | undefined => {
    const field = place.type.fields.get(selected.name);
    if (field === undefined) return undefined;
    if (selected.storedAs !== selected.name || field.hasArguments)
      return ensureCall(place, { field, selected }, budget);
    const needs = makePresent(place, selected.name, budget);
    if (needs === undefined) return undefined;
    const path = [...place.path, selected.name];
    const addition = place.inherited.get(selected.name);
    addition?.note(path);
    const isBrought = addition !== undefined || place.origins.get(selected.name) !== undefined;
    const nested = [...(isBrought ? [path.join('.')] : []), ...needs];
    const { selectionSet } = selected;
    if (selectionSet === undefined) return nested;
    const inside = attempt(() => ensureInside(place, { field, selectionSet }, budget));
    const added = inside ?? attempt(() => ensureWithAdditions(place, { field, selectionSet }, budget));
    return added && [...nested, ...added];
  };

  const ensureInside = (
    place: Place,
    { field, selectionSet }: InnerSelection,
    budget: number,
  ): readonly string[] | undefined => {
    const needs: string[] = [];
    const sources = childSources(model, place, field);
    const possible = sources.map(({ source }) => source);
    for (const typeName of objectTypesFrom(model, field.namedType, possible)) {
      const child = childPlace(place, { field, sources }, typeName);
      const found = child && ensure(child, selectionSet, budget);
      if (found === undefined) return undefined;
      needs.push(...found);
    }
    return needs;
  };

  /** The value is there in part: other subgraphs are asked for the field too, and the answers are merged. */
  const ensureWithAdditions = (
    place: Place,
    inner: InnerSelection,
    budget: number,
  ): readonly string[] | undefined => {
    const { name } = inner.field;
    for (const group of groupsBringing(place.type, name)) {
      if (!isAdding(model, place, { ...inner, group })) continue;
      const needs = include(place, group, budget);
      if (needs === undefined) continue;
      addSource(place, name, { group, needs, note: noteOf(place, group) });
      const inside = attempt(() => ensureInside(place, inner, budget));
      if (inside !== undefined) return inside;
    }
    return undefined;
  };

  const addSource = (place: Place, name: string, addition: Addition): void => {
    const before = place.additions.get(name) ?? [];
    const children = [...place.children].filter(([id]) => id.startsWith(`${name} `));
    place.additions.set(name, [...before, addition]);
    for (const [id] of children) place.children.delete(id);
    onUndo(() => {
      place.additions.set(name, before);
      for (const [id, child] of children) place.children.set(id, child);
    });
  };

  const noteOf = (place: Place, group: FetchGroup) => {
    const step = calls.find((one) => 'group' in one && one.group === group && isAt(one, place));
    return (path: readonly string[]) => {
      const text = `${place.type.name}:${path.slice(place.path.length).join('.')}`;
      if (step !== undefined && 'adds' in step && !step.adds.includes(text)) step.adds.push(text);
    };
  };

  const makePresent = (place: Place, name: string, budget: number): readonly string[] | undefined => {
    const addition = place.inherited.get(name);
    if (addition !== undefined) return addition.needs;
    if (place.origins.has(name)) {
      const origin = place.origins.get(name);
      return origin === undefined ? [] : (place.included.get(origin) ?? []);
    }
    const choices = groupsBringing(place.type, name);
    for (let limit = 1; limit <= budget; limit += 1) {
      for (const group of choices) {
        const needs = include(place, group, limit);
        if (needs !== undefined) return needs;
      }
    }
    return undefined;
  };

  /** `price(currency: USD)`: asked of its subgraph with these arguments, for one entity. */
  const ensureCall = (
    place: Place,
    { field, selected }: { readonly field: FieldModel; readonly selected: SelectedField },
    budget: number,
  ): readonly string[] | undefined => {
    if (!mayCall || place.path.length > 0 || selected.selectionSet !== undefined) return undefined;
    if (place.origins.has(selected.storedAs)) return [];
    const found: (readonly string[])[] = [];
    for (const { subgraph, requires, contextArguments, condition } of field.resolutions) {
      // What the ancestors hold is known to the field's own resolver only.
      if (contextArguments.length > 0) continue;
      const keys = (place.type.keys.get(subgraph) ?? []).filter(({ isResolvable }) => isResolvable);
      const needs = attempt(() => {
        const ofKey = keys.length === 0 ? undefined : keyFor(place, keys, budget);
        const ofRequires = requires === undefined ? [] : ensure(place, requires.selectionSet, budget);
        return ofKey && ofRequires && [...ofKey, ...ofRequires];
      });
      if (needs === undefined) continue;
      addCall({ selected, subgraph, keys, condition });
      found.push(needs);
      // Which of two owners with a label is right is known at run time only: both may be asked.
      if (condition === undefined) break;
    }
    if (found.length === 0) return undefined;
    place.origins.set(selected.storedAs, undefined);
    onUndo(() => place.origins.delete(selected.storedAs));
    return [...new Set(found.flat())];
  };

  const childPlace = (
    place: Place,
    { field, sources: carried }: { readonly field: FieldModel; readonly sources: readonly PlaceSource[] },
    typeName: string,
  ): Place | undefined => {
    const id = `${field.name} ${typeName}`;
    const known = place.children.get(id);
    if (known !== undefined) return known;
    const childType = model.types.get(typeName);
    if (childType === undefined) return undefined;
    const child = createPlace(model, {
      type: childType,
      sources: carried,
      path: [...place.path, field.name],
      isTypeKnown: childType.name === field.namedType,
    });
    place.children.set(id, child);
    onUndo(() => place.children.delete(id));
    return child;
  };

  const stepAt = (
    place: Place,
    { group, needs, brings }: Pick<ReachStep, 'group' | 'needs' | 'brings'>,
  ): ReachStep => ({
    group,
    needs,
    brings,
    path: place.path,
    rootType: place.path.length === 0 ? undefined : type.name,
    typeName: place.path.length > 0 && place.isTypeKnown ? place.type.name : undefined,
    adds: [],
    leftovers: leftoversAt(place),
  });

  const leftoversAt = ({ path, type: placeType, sources: made }: Place): ReachStep['leftovers'] => {
    if (path.length === 0) return {};
    const names = leftoverFields(
      model,
      placeType,
      made.map(({ source }) => source),
    );
    return names.length === 0 ? {} : { [placeType.name]: names };
  };

  const carried = sources.map((source) => ({ source, addition: undefined }));
  const root = createPlace(model, { type, sources: carried, path: [], isTypeKnown: true });
  return {
    get steps() {
      return calls.flatMap((one) => ('group' in one ? [one] : []));
    },
    calls,
    originOf: (name) => root.origins.get(name),
    include: (group) => include(root, group, MAX_CHAIN),
    keyFor: (keys) => keyFor(root, keys, MAX_CHAIN),
    ensure: (selectionSet) => attempt(() => ensure(root, selectionSet, MAX_CHAIN)),
    ensureParts: (selectionSet) =>
      selectedFields(model, selectionSet, type.name).flatMap(
        (selected) => attempt(() => ensureField(root, selected, MAX_CHAIN)) ?? [],
      ),
  };
}

/** Which of two groups with a label brings a field is known at run time only. */
function isUncertain(group: FetchGroup, origin: FetchGroup | undefined): boolean {
  return origin !== undefined && (group.condition !== undefined || origin.condition !== undefined);
}
