/**
 * Where a value came from, and what it therefore carries. A subgraph that produced an object supplies its own fields;
 * one that merely provides it, or holds it as part of a key, supplies what its field set names and nothing else.
 */
import { print } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import { visibleObjectTypes } from '../model/federation-model.ts';
import type {
  FederationModel,
  FieldModel,
  FieldResolution,
  ObjectTypeModel,
} from '../model/federation-model.ts';
import { mergeSelections, selectedFields } from '../model/selected-fields.ts';

export interface ValueSource {
  /** Equal for equal sources. */
  readonly id: string;
  readonly subgraph: string;
  /** The value holds these fields only: it is part of a key, or of `@provides`. */
  readonly only: SelectionSetNode | undefined;
  /** It also holds the keys of its type: `@provides` makes a value of the subgraph's own, a key does not. */
  readonly hasKeys: boolean;
  /** Fields that it holds besides the subgraph's own, by `@provides`. */
  readonly provides: SelectionSetNode | undefined;
}

export function valueSource(
  subgraph: string,
  parts: {
    readonly only?: SelectionSetNode | undefined;
    readonly hasKeys?: boolean;
    readonly provides?: SelectionSetNode | undefined;
  } = {},
): ValueSource {
  const { only, provides, hasKeys = only === undefined } = parts;
  if (only === undefined && provides === undefined && hasKeys) return plainSource(subgraph);
  const text = (set: SelectionSetNode | undefined) =>
    set === undefined ? '' : print(set).replaceAll(/\s+/g, ' ');
  return {
    id: `${subgraph}|${text(only)}|${hasKeys ? 'keys' : ''}|${text(provides)}`,
    subgraph,
    only,
    hasKeys,
    provides,
  };
}

/** Nearly all sources: one for each subgraph, so that the maps that go by its id hash one text. */
const plainSources = new Map<string, ValueSource>();

function plainSource(subgraph: string): ValueSource {
  const known = plainSources.get(subgraph);
  if (known !== undefined) return known;
  const source = { id: `${subgraph}||keys|`, subgraph, only: undefined, hasKeys: true, provides: undefined };
  plainSources.set(subgraph, source);
  return source;
}

export function sourcesId(sources: readonly ValueSource[]): string {
  const [first] = sources;
  return first !== undefined && sources.length === 1 ? first.id : sources.map(({ id }) => id).join('&');
}

/**
 * The subgraph's resolution of a field, when a value that it produced has the field without being asked. Whether a field
 * with an override label counts is known at run time only.
 */
export function ownResolution(field: FieldModel, subgraph: string): FieldResolution | undefined {
  const resolution = resolutionIn(field, subgraph);
  const isConditional = resolution?.condition !== undefined;
  return resolution?.requires === undefined && !field.hasArguments && !isConditional ? resolution : undefined;
}

export function resolutionIn(field: FieldModel, subgraph: string): FieldResolution | undefined {
  return field.resolutions.find((resolution) => resolution.subgraph === subgraph);
}

/** The resolution that counts while the override label of this subgraph's does not. */
export function otherSide({ resolutions }: FieldModel, subgraph: string): FieldResolution | undefined {
  const label = resolutions.find((one) => one.subgraph === subgraph)?.condition?.label;
  if (label === undefined) return undefined;
  return resolutions.find((one) => one.subgraph !== subgraph && one.condition?.label === label);
}

/** Asked for again by every search for what an entity lacks: worked out once for each type and source. */
const supplies = new WeakMap<ObjectTypeModel, Map<string, ReadonlySet<string>>>();

/** Names of the fields that an object of this type carries when it came from this source. */
export function suppliedNames(
  model: FederationModel,
  type: ObjectTypeModel,
  source: ValueSource,
): ReadonlySet<string> {
  const bySource = supplies.get(type) ?? new Map<string, ReadonlySet<string>>();
  supplies.set(type, bySource);
  const names = bySource.get(source.id) ?? findSuppliedNames(model, type, source);
  bySource.set(source.id, names);
  return names;
}

function findSuppliedNames(
  model: FederationModel,
  type: ObjectTypeModel,
  source: ValueSource,
): ReadonlySet<string> {
  const { subgraph, only, hasKeys, provides } = source;
  const names = new Set<string>();
  const addSelected = (set: SelectionSetNode | undefined) => {
    if (set === undefined) return;
    for (const { name, storedAs } of selectedFields(model, set, type.name))
      if (name === storedAs) names.add(name);
  };
  addSelected(provides);
  addSelected(only);
  if (hasKeys) {
    for (const key of type.keys.get(subgraph) ?? []) for (const name of key.fieldNames) names.add(name);
  }
  if (only !== undefined) return names;
  for (const field of type.fields.values()) if (ownResolution(field, subgraph)) names.add(field.name);
  return names;
}

/** The source of a composite field's value inside an object from `source`; undefined when it has none. */
export function childSource(
  model: FederationModel,
  { type, field }: { readonly type: ObjectTypeModel; readonly field: FieldModel },
  source: ValueSource,
): ValueSource | undefined {
  const within = (set: SelectionSetNode | undefined) =>
    set === undefined
      ? undefined
      : selectedFields(model, set, type.name).find(({ storedAs }) => storedAs === field.name)?.selectionSet;
  const provided = within(source.provides);
  const own = source.only === undefined ? ownResolution(field, source.subgraph) : undefined;
  if (own !== undefined) {
    const provides = mergeSelections(provided, own.provides?.selectionSet);
    return valueSource(source.subgraph, { provides });
  }
  const ofKeys = (source.hasKeys ? (type.keys.get(source.subgraph) ?? []) : [])
    .map(({ selectionSet }) => within(selectionSet))
    .reduce(mergeSelections, undefined);
  const only = [within(source.only), provided, ofKeys].reduce(mergeSelections, undefined);
  const hasKeys = provided !== undefined || (source.only !== undefined && source.hasKeys);
  return only === undefined ? undefined : valueSource(source.subgraph, { only, hasKeys });
}

/** The source of a field's value when this subgraph is asked for it. */
export function askedSource(field: FieldModel, subgraph: string): ValueSource {
  return valueSource(subgraph, { provides: resolutionIn(field, subgraph)?.provides?.selectionSet });
}

/** The object types that a value of this type can have when one of these sources made it. */
export function objectTypesFrom(
  model: FederationModel,
  typeName: string,
  sources: readonly ValueSource[],
): readonly string[] {
  const bySubgraph = model.possibleTypesIn.get(typeName);
  const visible = visibleObjectTypes(model, typeName);
  if (bySubgraph === undefined) return visible;
  const found = new Set(sources.flatMap(({ subgraph }) => bySubgraph.get(subgraph) ?? []));
  return visible.filter((name) => found.has(name));
}
