/**
 * What a value lacks for good: fields that can be reached neither from the value itself nor from the entities inside it.
 * A value type, or one that the producer merely provides, has no key of its own; then the field that holds it is asked
 * of another subgraph too, by the key of its parent, and the two answers are merged. What remains lacking is handed up
 * to the parent; at a root field it is an error.
 */
import { visibleFieldNames } from '../model/federation-model.ts';
import type { FederationModel, FieldModel, ObjectTypeModel } from '../model/federation-model.ts';
import { innerMap } from '../model/inner-map.ts';
import { planEntity } from './plan-entity.ts';
import type { EntityPlan } from './plan-entity.ts';
import { askedSource, childSource, objectTypesFrom, otherSide, sourcesId } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** Field -> what lacks below it; an empty map: the field itself. */
export interface LackTree {
  readonly fields: ReadonlyMap<string, LackTree>;
}

export interface FieldValues {
  /** Sources that make the value together, for each way that it can come about. */
  readonly ways: readonly ValueWay[];
  readonly lacking: LackTree;
}

export interface ValueWay {
  readonly sources: readonly ValueSource[];
  /** Subgraphs that are asked for the same field besides, with the paths that they add (see `FieldFetch.adds`). */
  readonly added: readonly { readonly subgraph: string; readonly adds: readonly string[] }[];
}

export interface LackingFields {
  /** What an object of this type lacks. */
  ofType(type: ObjectTypeModel, sources: readonly ValueSource[]): LackTree;
  /** The ways in which a field's value can come about in an object from these sources. */
  ofField(type: ObjectTypeModel, field: FieldModel, sources: readonly ValueSource[]): FieldValues;
  /** The same for a root field that this subgraph is asked for first. */
  ofRootField(type: ObjectTypeModel, field: FieldModel, subgraph: string): FieldValues;
  /** What the answer of one subgraph to a field lacks: paths below the value, without object types. */
  ofAnswer(field: FieldModel, subgraph: string): readonly string[];
}

const NOTHING: LackTree = { fields: new Map() };

export function createLackingFields(model: FederationModel): LackingFields {
  const trees = new Map<ObjectTypeModel, Map<string, LackTree>>();
  const values = new Map<FieldModel, Map<string, FieldValues>>();

  const ofType = (type: ObjectTypeModel, sources: readonly ValueSource[]): LackTree => {
    const known = innerMap(trees, type);
    const id = sourcesId(sources);
    const found = known.get(id);
    if (found !== undefined) return found;
    // A type inside itself lacks no more than the outer one.
    known.set(id, NOTHING);
    const plan = planEntity(model, type, sources);
    const lacking = new Map<string, LackTree>(plan.unreachable.map((name) => [name, NOTHING]));
    for (const name of visibleFieldNames(model, type.name)) {
      const field = type.fields.get(name);
      if (field === undefined || !field.isComposite || lacking.has(name)) continue;
      const below = ofField(type, field, sources).lacking;
      if (below.fields.size > 0) lacking.set(name, below);
    }
    const tree = { fields: lacking };
    known.set(id, tree);
    return tree;
  };

  const ofValue = (field: FieldModel, sources: readonly ValueSource[]): LackTree => {
    const ofTypes = objectTypesFrom(model, field.namedType, sources).flatMap((name) => {
      const type = model.types.get(name);
      return type === undefined ? [] : [ofType(type, sources)];
    });
    return mergeTrees(ofTypes);
  };

  /** Paths of what lacks; in a value of an abstract type after the object type: `Book:author.name`. */
  const lackingPaths = (field: FieldModel, sources: readonly ValueSource[]): readonly string[] => {
    const isAbstract = model.possibleTypes.has(field.namedType);
    return objectTypesFrom(model, field.namedType, sources).flatMap((name) => {
      const type = model.types.get(name);
      const paths = type === undefined ? [] : treePaths(ofType(type, sources));
      return isAbstract ? paths.map((path) => `${name}:${path}`) : paths;
    });
  };

  const addSources = (
    field: FieldModel,
    first: readonly ValueSource[],
    others: () => readonly string[],
  ): { readonly way: ValueWay; readonly lacking: LackTree } => {
    let sources = first;
    let lacking = ofValue(field, sources);
    // Nearly all values: who else could be asked need not be known.
    if (lacking.fields.size === 0) return { way: { sources, added: [] }, lacking };
    const added: ValueWay['added'][number][] = [];
    for (const subgraph of others()) {
      if (lacking.fields.size === 0) break;
      const more = [...sources, askedSource(field, subgraph)];
      const remaining = ofValue(field, more);
      const left = lackingPaths(field, more);
      const adds = lackingPaths(field, sources).filter((path) => !left.includes(path));
      if (adds.length === 0) continue;
      added.push({ subgraph, adds });
      sources = more;
      lacking = remaining;
    }
    return { way: { sources, added }, lacking };
  };

  const ofField = (
    type: ObjectTypeModel,
    field: FieldModel,
    sources: readonly ValueSource[],
  ): FieldValues => {
    const known = innerMap(values, field);
    const id = sourcesId(sources);
    const found = known.get(id);
    if (found !== undefined) return found;
    const plan = planEntity(model, type, sources);
    const carried = sources.flatMap((source) => childSource(model, { type, field }, source) ?? []);
    const asked = () =>
      field.hasArguments
        ? askedForCall(field, plan.callable.get(field.name) ?? [])
        : subgraphsReached(plan, field.name);
    const first = plan.supplied.has(field.name)
      ? [carried]
      : asked().map((subgraph) => [askedSource(field, subgraph)]);
    const ways = first.map((one) =>
      addSources(field, one, () => {
        const isWhole = (name: string) =>
          one.some(({ subgraph, only }) => subgraph === name && only === undefined);
        return field.hasArguments ? [] : asked().filter((subgraph) => !isWhole(subgraph));
      }),
    );
    const result = {
      ways: ways.map(({ way }) => way),
      lacking: mergeTrees(ways.map(({ lacking }) => lacking)),
    };
    known.set(id, result);
    return result;
  };

  const ofRootField = (_type: ObjectTypeModel, field: FieldModel, subgraph: string): FieldValues => {
    const others = () => field.resolutions.map((one) => one.subgraph).filter((name) => name !== subgraph);
    const { way, lacking } = addSources(field, [askedSource(field, subgraph)], others);
    return { ways: [way], lacking };
  };

  const ofAnswer = (field: FieldModel, subgraph: string): readonly string[] => {
    const paths = lackingPaths(field, [askedSource(field, subgraph)]);
    return [...new Set(paths.map((path) => path.split(':').at(-1) ?? ''))].sort();
  };

  return { ofType, ofField, ofRootField, ofAnswer };
}

/** Subgraphs that can be asked for the entity with this field, in the order of their groups. */
function subgraphsReached({ reachable }: EntityPlan, fieldName: string): readonly string[] {
  return [...reachable.keys()].flatMap(({ fields, subgraph }) =>
    fields.includes(fieldName) ? [subgraph] : [],
  );
}

/** One subgraph, or both sides of an override label. */
function askedForCall(field: FieldModel, callable: readonly string[]): readonly string[] {
  const [first] = callable;
  if (first === undefined) return [];
  const other = otherSide(field, first)?.subgraph;
  return other !== undefined && callable.includes(other) ? [first, other] : [first];
}

/** Dotted paths of the leaves. */
export function treePaths({ fields }: LackTree): readonly string[] {
  return [...fields].flatMap(([name, below]) =>
    below.fields.size === 0 ? [name] : treePaths(below).map((path) => `${name}.${path}`),
  );
}

/** A field that lacks as a whole in one tree lacks as a whole. */
function mergeTrees(trees: readonly LackTree[]): LackTree {
  const [first, ...others] = trees;
  if (first === undefined) return NOTHING;
  if (others.length === 0) return first;
  const merged = new Map<string, LackTree>();
  for (const { fields } of trees) {
    for (const [name, below] of fields) {
      const known = merged.get(name);
      const isWhole = known?.fields.size === 0 || below.fields.size === 0;
      merged.set(name, isWhole ? NOTHING : known === undefined ? below : mergeTrees([known, below]));
    }
  }
  return { fields: merged };
}
