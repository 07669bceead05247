/**
 * Walks the API from its root fields and notes for every field in which ways its value can come about: which
 * subgraphs may have produced the object around it, and which produce the value itself.
 */
import { visibleFieldNames } from '../model/federation-model.ts';
import type { FederationModel, FieldModel, ObjectTypeModel } from '../model/federation-model.ts';
import { innerMap } from '../model/inner-map.ts';
import { createLackingFields, treePaths } from './lacking-fields.ts';
import type { FieldValues, LackingFields, ValueWay } from './lacking-fields.ts';
import { loneWays } from './missed-paths.ts';
import { planEntity } from './plan-entity.ts';
import type { EntityPlan } from './plan-entity.ts';
import { askedSource, objectTypesFrom, sourcesId } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** A field of an object type, with all that can be known of its values. */
export interface ExploredField {
  readonly type: ObjectTypeModel;
  readonly field: FieldModel;
  /** Plans of the objects that hold it, by their origin; none for root fields. */
  readonly parents: readonly EntityPlan[];
  readonly ways: readonly ValueWay[];
  /** For a root field, the subgraph that is asked first. */
  readonly firstSubgraph: string | undefined;
}

export interface Exploration {
  readonly fields: readonly ExploredField[];
  /** Root fields with what can not be had below them. */
  readonly lacking: readonly {
    readonly type: ObjectTypeModel;
    readonly field: FieldModel;
    readonly values: FieldValues;
  }[];
  readonly lackingFields: LackingFields;
}

interface Notes {
  readonly type: ObjectTypeModel;
  readonly field: FieldModel;
  readonly ways: Map<string, ValueWay>;
  firstSubgraph: string | undefined;
}

/** @param preferred - the subgraph with a hand-written resolver for a root field, if any */
export function exploreValues(
  model: FederationModel,
  preferred: (typeName: string, fieldName: string) => string | undefined,
): Exploration {
  const lackingFields = createLackingFields(model);
  const notes = new Map<FieldModel, Notes>();
  const seen = new Set<EntityPlan>();
  const plansOfTypes = new Map<ObjectTypeModel, Map<string, EntityPlan>>();
  const pending: { plan: EntityPlan; sources: readonly ValueSource[] }[] = [];
  const lacking: Exploration['lacking'][number][] = [];
  const queryName = model.rootTypes.query;

  const noteOf = (type: ObjectTypeModel, field: FieldModel): Notes => {
    const known = notes.get(field);
    if (known !== undefined) return known;
    const note = { type, field, ways: new Map(), firstSubgraph: undefined };
    notes.set(field, note);
    return note;
  };
  const noteWays = (note: Notes, ways: readonly ValueWay[]) => {
    for (const way of ways) {
      const id = sourcesId(way.sources);
      const known = note.ways.get(id);
      if (known !== undefined) {
        if (way.added.length > 0)
          note.ways.set(id, { ...way, added: distinct([...known.added, ...way.added]) });
        continue;
      }
      note.ways.set(id, way);
      for (const name of objectTypesFrom(model, note.field.namedType, way.sources)) {
        const type = model.types.get(name);
        const plan = type && planEntity(model, type, way.sources);
        if (plan === undefined || seen.has(plan)) continue;
        seen.add(plan);
        pending.push({ plan, sources: way.sources });
      }
    }
  };

  for (const type of rootTypes(model)) {
    for (const field of visibleFields(model, type)) {
      const first = preferred(type.name, field.name) ?? bestRoot(model, lackingFields, { type, field });
      if (first === undefined) continue;
      const note = noteOf(type, field);
      note.firstSubgraph = first;
      if (!field.isComposite) continue;
      const values = lackingFields.ofRootField(type, field, first);
      if (values.lacking.fields.size > 0) lacking.push({ type, field, values });
      noteWays(note, values.ways);
      if (type.name === queryName) noteWays(note, loneWays(values.ways));
      // Another subgraph is asked instead of the first when it has all that is selected.
      const others =
        type.name === queryName ? field.resolutions.filter(({ subgraph }) => subgraph !== first) : [];
      for (const { subgraph, condition } of others) {
        noteWays(note, [{ sources: [askedSource(field, subgraph)], added: [] }]);
        if (condition === undefined) continue;
        const ofOther = lackingFields.ofRootField(type, field, subgraph);
        if (ofOther.lacking.fields.size > 0) lacking.push({ type, field, values: ofOther });
        noteWays(note, ofOther.ways);
      }
    }
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { plan, sources } = next;
    const { type } = plan;
    innerMap(plansOfTypes, type).set(sourcesId(sources), plan);
    for (const field of visibleFields(model, type)) {
      const note = noteOf(type, field);
      if (!field.isComposite) continue;
      const { ways } = lackingFields.ofField(type, field, sources);
      noteWays(note, ways);
      if (!field.hasArguments) noteWays(note, loneWays(ways));
    }
  }
  const parentsOfTypes = new Map([...plansOfTypes].map(([type, plans]) => [type, sortedById(plans)]));
  const fields = [...notes.values()].map(({ type, field, ways, firstSubgraph }) => ({
    type,
    field,
    parents: parentsOfTypes.get(type) ?? [],
    ways: sortedById(ways),
    firstSubgraph,
  }));
  return { fields, lacking, lackingFields };
}

function distinct(added: ValueWay['added']): ValueWay['added'] {
  return [...new Map(added.map((one) => [`${one.subgraph} ${one.adds.join(' ')}`, one])).values()];
}

function rootTypes(model: FederationModel): readonly ObjectTypeModel[] {
  const { query, mutation } = model.rootTypes;
  return [query, mutation].flatMap((name) => {
    const type = name === undefined ? undefined : model.types.get(name);
    return type === undefined ? [] : [type];
  });
}

function visibleFields(model: FederationModel, type: ObjectTypeModel): readonly FieldModel[] {
  const visible = visibleFieldNames(model, type.name);
  return [...type.fields.values()].filter(({ name }) => visible.has(name));
}

/** A root field goes to the subgraph whose answer lacks least, then needs the fewest steps; ties by name. */
function bestRoot(
  model: FederationModel,
  lackingFields: LackingFields,
  { type, field }: { readonly type: ObjectTypeModel; readonly field: FieldModel },
): string | undefined {
  const names = field.resolutions.map(({ subgraph }) => subgraph);
  if (names.length < 2 || !field.isComposite) return names[0];
  const costs = names.map((name) => {
    const { ways, lacking } = lackingFields.ofRootField(type, field, name);
    const added = ways.flatMap((way) => way.added).length;
    const steps = ways.flatMap(({ sources }) =>
      objectTypesFrom(model, field.namedType, sources).flatMap((typeName) => {
        const objectType = model.types.get(typeName);
        return objectType === undefined ? [] : planEntity(model, objectType, sources).steps;
      }),
    ).length;
    return { name, cost: treePaths(lacking).length * 1_000 + added * 100 + steps };
  });
  return costs.reduce((best, one) => (one.cost < best.cost ? one : best)).name;
}

function sortedById<Value>(values: ReadonlyMap<string, Value>): readonly Value[] {
  if (values.size < 2) return [...values.values()];
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
