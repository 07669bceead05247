/**
 * What can be got of an entity, from what its value carries: the search for fetch groups whose keys and required
 * fields are present, or can be made so by other groups first. Field sets may be nested; then the search goes on in
 * the entities inside, which may need fetches of their own.
 */
import type { SelectionSetNode } from 'graphql';
import type { FederationModel, FieldModel, KeyFieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup, StepPlace } from '../model/resolver-plan.ts';
import { fetchGroupsOf } from './fetch-groups.ts';
import { selectedFields } from '../model/selected-fields.ts';
import type { SelectedField } from '../model/selected-fields.ts';
import { askedSource, childSource, objectTypesFrom, suppliedNames } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** Steps that make one key or required field present before another; longer chains are not looked for. */
const MAX_CHAIN = 6;

export interface ReachStep extends StepPlace {
  readonly group: FetchGroup;
  /** What must be present before, as paths below the entity; transitive. */
  readonly needs: readonly string[];
  readonly adds: string[];
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

/** A group that is asked for a composite field of an entity although the entity has it, because it has it in part. */
interface Addition {
  readonly group: FetchGroup;
  readonly needs: readonly string[];
  /** Notes a path of the value as one that the step must add. */
  note(path: readonly string[]): void;
}

interface PlaceSource {
  readonly source: ValueSource;
  /** undefined: the value around carries it. */
  readonly addition: Addition | undefined;
}

interface InnerSelection {
  readonly field: FieldModel;
  readonly selectionSet: SelectionSetNode;
}

interface Place {
  readonly type: ObjectTypeModel;
  readonly path: readonly string[];
  readonly isTypeKnown: boolean;
  /** Field -> the group that brings it; undefined: it was there. */
  readonly origins: Map<string, FetchGroup | undefined>;
  /** Composite field that is there in part -> what adds to it. */
  readonly additions: Map<string, readonly Addition[]>;
  /** Field that only an addition to the value around it brings. */
  readonly inherited: ReadonlyMap<string, Addition>;
  readonly sources: readonly PlaceSource[];
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
      const brought = group.fields.filter((name) => !place.origins.has(name) && !place.inherited.has(name));
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
    const sources = childSources(place, field);
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
    for (const group of fetchGroupsOf(place.type)) {
      if (!bringsBeyondKey(group, name) || !isAdding(place, inner, group)) continue;
      const needs = include(place, group, budget);
      if (needs === undefined) continue;
      addSource(place, name, { group, needs, note: noteOf(place, group) });
      const inside = attempt(() => ensureInside(place, inner, budget));
      if (inside !== undefined) return inside;
    }
    return undefined;
  };

  /** True when the group's answer has a selected field of the value that nothing has so far. */
  const isAdding = (place: Place, { field, selectionSet }: InnerSelection, group: FetchGroup): boolean => {
    const known = childSources(place, field).map(({ source }) => source);
    const added = askedSource(field, group.subgraph);
    if (known.some(({ id }) => id === added.id)) return false;
    return objectTypesFrom(model, field.namedType, known).some((name) => {
      const type = model.types.get(name);
      return type !== undefined && hasMore(type, selectionSet, { known, added });
    });
  };

  const hasMore = (
    type: ObjectTypeModel,
    set: SelectionSetNode,
    { known, added }: { readonly known: readonly ValueSource[]; readonly added: ValueSource },
  ): boolean =>
    selectedFields(model, set, type.name).some(({ name, selectionSet }) => {
      if (!suppliedNames(model, type, added).has(name)) return false;
      if (!known.some((source) => suppliedNames(model, type, source).has(name))) return true;
      const field = type.fields.get(name);
      const below = field && childSource(model, { type, field }, added);
      if (field === undefined || below === undefined || selectionSet === undefined) return false;
      const inside = known.flatMap((source) => childSource(model, { type, field }, source) ?? []);
      return objectTypesFrom(model, field.namedType, inside).some((typeName) => {
        const inner = model.types.get(typeName);
        return inner !== undefined && hasMore(inner, selectionSet, { known: inside, added: below });
      });
    });

  const addSource = (place: Place, name: string, addition: Addition): void => {
    const before = place.additions.get(name) ?? [];
    const children = [...place.children].filter(([id]) => id.startsWith(`${name} `));
    place.additions.set(name, [...before, addition]);
    for (const [id] of children) place.children.delete(id);
    undo.push(() => {
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

  const childSources = (place: Place, field: FieldModel): readonly PlaceSource[] => {
    const carried = place.sources.flatMap(({ source, addition }) => {
      const child = childSource(model, { type: place.type, field }, source);
      return child === undefined ? [] : [{ source: child, addition }];
    });
    const asked = ({ subgraph }: FetchGroup) => askedSource(field, subgraph);
    const origin = place.origins.get(field.name);
    const fetched = origin === undefined ? [] : [{ source: asked(origin), addition: undefined }];
    const added = (place.additions.get(field.name) ?? []).map((addition) => ({
      source: asked(addition.group),
      addition,
    }));
    return [...carried, ...fetched, ...added];
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
    undo.push(() => place.children.delete(id));
    return child;
  };

  const stepAt = (place: Place, group: FetchGroup, needs: readonly string[]): ReachStep => ({
    group,
    needs,
    path: place.path,
    rootType: place.path.length === 0 ? undefined : type.name,
    typeName: place.path.length > 0 && place.isTypeKnown ? place.type.name : undefined,
    adds: [],
  });

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

function createPlace(
  model: FederationModel,
  place: Pick<Place, 'type' | 'sources' | 'path' | 'isTypeKnown'>,
): Place {
  const origins = new Map<string, undefined>();
  const inherited = new Map<string, Addition>();
  for (const { source, addition } of place.sources) {
    for (const name of suppliedNames(model, place.type, source)) {
      if (addition === undefined) origins.set(name, undefined);
      else if (!inherited.has(name)) inherited.set(name, addition);
    }
  }
  for (const name of origins.keys()) inherited.delete(name);
  return {
    ...place,
    origins,
    inherited,
    additions: new Map(),
    included: new Map(),
    inProgress: new Set(),
    children: new Map(),
  };
}

/** True when the step is for entities at the place. */
function isAt(step: ReachStep, place: Place): boolean {
  return step.path.join('.') === place.path.join('.');
}

/** A group can not be the source of a field that each of its keys must already know. */
export function bringsBeyondKey(group: FetchGroup, fieldName: string): boolean {
  return group.fields.includes(fieldName) && !group.keys.every((key) => key.fieldNames.includes(fieldName));
}
