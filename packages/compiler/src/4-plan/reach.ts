/**
 * What can be got of an entity, from what its value carries: the search for fetch groups whose keys and required
 * fields are present, or can be made so by other groups first. Field sets may be nested; then the search goes on in
 * the entities inside, which may need fetches of their own.
 */
import type { SelectionSetNode } from 'graphql';
import type { FederationModel, FieldModel, KeyFieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup, FetchStep } from '../model/resolver-plan.ts';
import { fetchGroupsOf } from './fetch-groups.ts';
import { selectedFields } from '../model/selected-fields.ts';
import type { SelectedField } from '../model/selected-fields.ts';
import { askedSource, childSource, objectTypesFrom, suppliedNames } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** Steps that make one key or required field present before another; longer chains are not looked for. */
const MAX_CHAIN = 6;

export interface ReachStep extends FetchStep {
  readonly group: FetchGroup;
  /** What must be present before, as paths below the entity; transitive. */
  readonly needs: readonly string[];
}

/** A field with arguments that some `@requires` needs. */
export interface ReachCall {
  readonly selected: SelectedField;
  readonly subgraph: string;
  readonly keys: readonly KeyFieldSet[];
}

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

interface Place {
  readonly type: ObjectTypeModel;
  readonly path: readonly string[];
  readonly isTypeKnown: boolean;
  /** Field -> the group that brings it; undefined: it was there. */
  readonly origins: Map<string, FetchGroup | undefined>;
  readonly sources: readonly ValueSource[];
  readonly included: Map<FetchGroup, readonly string[]>;
  readonly inProgress: Set<FetchGroup>;
  readonly children: Map<string, Place>;
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
  let undo: (() => void)[] = [];

  const attempt = <Found>(run: () => Found | undefined): Found | undefined => {
    const outer = undo;
    const callCount = calls.length;
    undo = [];
    const found = run();
    if (found === undefined) {
      for (const revert of undo.reverse()) revert();
      calls.length = callCount;
      undo = outer;
    } else {
      undo = [...outer, ...undo];
    }
    return found;
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
      const brought = group.fields.filter((name) => !place.origins.has(name));
      for (const name of brought) place.origins.set(name, group);
      undo.push(() => {
        place.included.delete(group);
        for (const name of brought) place.origins.delete(name);
      });
      calls.push(stepAt(place, group, all));
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
    const isBrought = place.origins.get(selected.name) !== undefined;
    const nested = [...(isBrought ? [[...place.path, selected.name].join('.')] : []), ...needs];
    if (selected.selectionSet === undefined) return nested;
    const sources = childSources(place, field);
    for (const typeName of objectTypesFrom(model, field.namedType, sources)) {
      const child = childPlace(place, { field, sources }, typeName);
      const found = child && ensure(child, selected.selectionSet, budget);
      if (found === undefined) return undefined;
      nested.push(...found);
    }
    return nested;
  };

  const makePresent = (place: Place, name: string, budget: number): readonly string[] | undefined => {
    if (place.origins.has(name)) {
      const origin = place.origins.get(name);
      return origin === undefined ? [] : (place.included.get(origin) ?? []);
    }
    const choices = fetchGroupsOf(place.type).filter((group) => bringsBeyondKey(group, name));
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
    for (const { subgraph, requires, contextArguments } of field.resolutions) {
      // What the ancestors hold is known to the field's own resolver only.
      if (contextArguments.length > 0) continue;
      const keys = (place.type.keys.get(subgraph) ?? []).filter(({ isResolvable }) => isResolvable);
      const needs = attempt(() => {
        const ofKey = keys.length === 0 ? undefined : keyFor(place, keys, budget);
        const ofRequires = requires === undefined ? [] : ensure(place, requires.selectionSet, budget);
        return ofKey && ofRequires && [...ofKey, ...ofRequires];
      });
      if (needs === undefined) continue;
      place.origins.set(selected.storedAs, undefined);
      undo.push(() => place.origins.delete(selected.storedAs));
      calls.push({ selected, subgraph, keys });
      return needs;
    }
    return undefined;
  };

  const childSources = (place: Place, field: FieldModel): readonly ValueSource[] => {
    const carried = place.sources.flatMap((source) => {
      const child = childSource(model, { type: place.type, field }, source);
      return child === undefined ? [] : [child];
    });
    const origin = place.origins.get(field.name);
    return origin === undefined ? carried : [...carried, askedSource(field, origin.subgraph)];
  };

  const childPlace = (
    place: Place,
    { field, sources: carried }: { readonly field: FieldModel; readonly sources: readonly ValueSource[] },
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
    undo.push(() => place.children.delete(id));
    return child;
  };

  const stepAt = (place: Place, group: FetchGroup, needs: readonly string[]): ReachStep => ({
    group,
    needs,
    subgraph: group.subgraph,
    ordinal: group.ordinal,
    path: place.path,
    rootType: place.path.length === 0 ? undefined : type.name,
    typeName: place.path.length > 0 && place.isTypeKnown ? place.type.name : undefined,
  });

  const root = createPlace(model, { type, sources, path: [], isTypeKnown: true });
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

function createPlace(
  model: FederationModel,
  place: Pick<Place, 'type' | 'sources' | 'path' | 'isTypeKnown'>,
): Place {
  const names = place.sources.flatMap((source) => [...suppliedNames(model, place.type, source)]);
  return {
    ...place,
    origins: new Map(names.map((name) => [name, undefined])),
    included: new Map(),
    inProgress: new Set(),
    children: new Map(),
  };
}

/** A group can not be the source of a field that each of its keys must already know. */
export function bringsBeyondKey(group: FetchGroup, fieldName: string): boolean {
  return group.fields.includes(fieldName) && !group.keys.every((key) => key.fieldNames.includes(fieldName));
}
