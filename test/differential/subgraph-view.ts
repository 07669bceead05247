/** What the schema of one subgraph declares: its own fields, and all that they, its keys and its field sets refer to. */
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { fieldName, fragmentType, parseFieldSet } from './field-set.ts';
import type { FieldSet } from './field-set.ts';
import { fieldAt, findAbstract, findObject } from './world.ts';
import type { FieldDef, KeyDef, SubgraphDef, World } from './world.ts';

export interface TypeView {
  /** Field -> whether the subgraph resolves it; otherwise it is `@external`. */
  readonly fields: Map<string, 'own' | 'external'>;
  readonly keys: readonly KeyDef[];
}

export interface SubgraphView {
  readonly subgraph: SubgraphDef;
  readonly types: ReadonlyMap<string, TypeView>;
  /** Abstract type -> its members here, and the fields that it has here. */
  readonly abstracts: ReadonlyMap<
    string,
    { readonly members: readonly string[]; readonly fields: readonly string[] }
  >;
  readonly enums: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
}

/** @throws Error when the world refers to something that it does not have */
export function viewSubgraph(world: World, subgraph: SubgraphDef): SubgraphView {
  const types = new Map<string, TypeView>();
  const abstracts = new Map<string, readonly string[]>();
  const enums = new Set<string>();
  const inputs = new Set<string>();

  const typeView = (name: string): TypeView => {
    const known = types.get(name);
    if (known !== undefined) return known;
    const own = subgraph.keys.filter(({ type }) => type === name);
    const isContributor = subgraph.owns.some((coordinate) => coordinate.startsWith(`${name}.`));
    if (own.length === 0 && isContributor && findObject(world, name)?.kind === 'entity')
      throw new Error(`${subgraph.name} contributes to ${name} without a key.`);
    const keys = own.length > 0 ? own : subgraph.stubs.filter(({ type }) => type === name);
    const view: TypeView = { fields: new Map(), keys };
    types.set(name, view);
    for (const key of keys) declareSet(name, parseFieldSet(key.fields), 'own');
    return view;
  };

  const declare = (typeName: string, field: FieldDef): void => {
    const view = typeView(typeName);
    if (view.fields.get(field.name) === 'own') return;
    view.fields.set(field.name, 'own');
    for (const { type } of field.args) needType(namedType(type));
    needType(namedType(field.type));
  };

  const needType = (name: string): void => {
    if (subgraph.interfaceObjects?.includes(name) === true) {
      typeView(name);
      return;
    }
    if (world.enums.some((one) => one.name === name)) enums.add(name);
    const input = world.inputs.find((one) => one.name === name);
    if (input !== undefined && !inputs.has(name)) {
      inputs.add(name);
      for (const { type } of input.fields) needType(namedType(type));
    }
    const object = findObject(world, name);
    if (object?.kind === 'entity') typeView(name);
    if (object?.kind === 'value') for (const field of object.fields) declare(name, field);
    const abstract = findAbstract(world, name);
    if (abstract === undefined || abstracts.has(name)) return;
    const members = subgraph.members[name] ?? abstract.members;
    abstracts.set(name, members);
    for (const member of members) {
      needType(member);
      // An interface needs a field that all its members have.
      if (abstract.kind === 'interface') declare(member, fieldAt(world, `${member}.id`));
    }
  };

  const declareSet = (typeName: string, fieldSet: FieldSet, mode: 'own' | 'external'): void => {
    for (const [selection, below] of Object.entries(fieldSet)) {
      const condition = fragmentType(selection);
      if (condition !== undefined) {
        if (below !== true) declareSet(condition, below, mode);
        continue;
      }
      const name = fieldName(selection);
      const view = typeView(typeName);
      const field = fieldAt(world, `${typeName}.${name}`);
      if (view.fields.get(name) !== 'own') view.fields.set(name, mode);
      for (const { type } of field.args) needType(namedType(type));
      const target = findObject(world, namedType(field.type));
      if (findAbstract(world, namedType(field.type)) !== undefined) needType(namedType(field.type));
      if (target?.kind === 'entity') typeView(target.name);
      if (below === true) needType(namedType(field.type));
      else declareSet(namedType(field.type), below, target?.kind === 'value' ? 'own' : mode);
    }
  };

  const isInterface = (name: string) =>
    findAbstract(world, name) !== undefined && subgraph.interfaceObjects?.includes(name) !== true;
  for (const { type } of subgraph.keys) if (!isInterface(type)) typeView(type);
  for (const { type } of subgraph.keys) if (isInterface(type)) needType(type);
  for (const coordinate of subgraph.owns) declare(coordinate.split('.')[0] ?? '', fieldAt(world, coordinate));
  for (const coordinate of subgraph.owns) {
    const { requires } = fieldAt(world, coordinate);
    if (requires !== undefined)
      declareSet(coordinate.split('.')[0] ?? '', parseFieldSet(requires), 'external');
  }
  for (const [coordinate, text] of Object.entries(subgraph.provides))
    declareSet(namedType(fieldAt(world, coordinate).type), parseFieldSet(text), 'external');

  const withFields = [...abstracts].map(([name, members]) => {
    const fields = findAbstract(world, name)?.fields ?? [];
    const isEverywhere = (field: string) =>
      members.every((member) => types.get(member)?.fields.get(field) === 'own');
    return [name, { members, fields: fields.filter(isEverywhere) }] as const;
  });
  return { subgraph, types, abstracts: new Map(withFields), enums, inputs };
}
