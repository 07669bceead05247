/**
 * An interface of entities with a key, which one more subgraph knows as an object (`@interfaceObject`): it adds fields to
 * all object types of the interface without knowing them. Both sides return values of the interface.
 */
import type { Random } from '../fuzz/random.ts';
import { addedValue } from './added-value.ts';
import { completingCalls } from './completing-calls.ts';
import { fieldAt } from './world.ts';
import type { AbstractDef, FieldDef, KeyDef, Row, SubgraphDef, World } from './world.ts';

/** Unlike `id`, it is unique among the entities of all types. */
const KEY = 'sku';
const NAME = 'objects';
const LEAVES = ['String', 'Int', 'String!', 'Int!'];
/** With more, the pipeline of a value of the interface object has more functions than AppSync takes, and is refused. */
const MAX_COMPLETING_CALLS = 8;
/** The same for a root field that both sides answer. */
const MAX_COMPLETING_CALLS_OF_SHARED_ROOTS = 5;

/** @returns the same world where it has no interface whose members all have the key */
export function addInterfaceObject(random: Random, world: World): World {
  const possible = world.abstracts.filter(
    (one) =>
      one.kind === 'interface' && hasKey(world, one) && completingCalls(world, one) <= MAX_COMPLETING_CALLS,
  );
  if (possible.length === 0) return world;
  const abstract = random.pick(possible);
  const { name: resolver } = random.pick(world.subgraphs);
  const added = addedFields(random, world, abstract);
  // A field of the interface that every member has of the one subgraph.
  const told: FieldDef[] = random.chance(0.7) ? [stored('t0', random.pick(LEAVES))] : [];
  const requires = told.map(({ name }) => name).join(' ');
  const requiring: FieldDef[] = told.flatMap((): FieldDef[] =>
    random.chance(0.7) ? [{ name: 'x9', type: 'String', args: [], rule: 'echo', requires }] : [],
  );
  const ofObject = [...added, ...requiring];
  const others = world.objects.filter(
    ({ name, kind }) => kind === 'entity' && !abstract.members.includes(name),
  );
  const [other] = random.chance(0.5) ? others : [];
  const ofOther: FieldDef[] = other === undefined ? [] : [stored('x8', abstract.name)];
  const isSmall = completingCalls(world, abstract) <= MAX_COMPLETING_CALLS_OF_SHARED_ROOTS;
  const roots: FieldDef[] = [
    stored('things', `[${abstract.name}!]!`),
    stored('objectsFirst', `[${abstract.name}]`),
    stored('object', abstract.name),
    ...(isSmall && random.chance(0.5) ? [stored('either', `[${abstract.name}!]`)] : []),
  ];
  const fieldsOf = (typeName: string): readonly FieldDef[] => {
    if (typeName === 'Query') return roots;
    if (abstract.members.includes(typeName)) return [...told, ...ofObject];
    return typeName === other?.name ? ofOther : [];
  };
  const objects = world.objects.map((one) => ({ ...one, fields: [...one.fields, ...fieldsOf(one.name)] }));
  const rows = Object.entries(world.rows).map(([typeName, byId]) => {
    const withAdded = (row: Row): Row => ({
      ...row,
      ...Object.fromEntries(
        fieldsOf(typeName).map((field) => [field.name, addedValue(random, world, { abstract, field })]),
      ),
    });
    return [typeName, Object.fromEntries(Object.entries(byId).map(([id, row]) => [id, withAdded(row)]))];
  });
  const asked: SubgraphDef = {
    name: NAME,
    owns: [
      'Query.objectsFirst',
      'Query.object',
      ...roots.flatMap(({ name }) => (name === 'either' ? ['Query.either'] : [])),
      ...ofObject.map(({ name }) => `${abstract.name}.${name}`),
      ...ofOther.map(({ name }) => `${other?.name ?? ''}.${name}`),
    ],
    keys: [key(abstract.name, KEY), ...(other === undefined ? [] : [key(other.name, 'id')])],
    stubs: others.map(({ name }) => ({ type: name, fields: 'id', isResolvable: false })),
    provides: {},
    members: {},
    depth: world.subgraphs[0]?.depth ?? 0,
    missing: [],
    overrides: {},
    extras: { arguments: {}, inputFields: {}, enumValues: {} },
    interfaceObjects: [abstract.name],
  };
  const telling = (one: SubgraphDef): SubgraphDef => ({
    ...one,
    owns: distinct([
      ...one.owns,
      'Query.things',
      ...roots.flatMap(({ name }) => (name === 'either' ? ['Query.either'] : [])),
      ...told.flatMap(({ name }) => abstract.members.map((member) => `${member}.${name}`)),
    ]),
    keys: distinctKeys([
      ...one.keys,
      key(abstract.name, KEY),
      ...abstract.members.flatMap((member) => [key(member, KEY), key(member, 'id')]),
    ]),
    members: { ...one.members, [abstract.name]: abstract.members },
  });
  const fields = [...abstract.fields, KEY, ...[...told, ...ofObject].map(({ name }) => name)];
  return {
    ...world,
    objects,
    abstracts: world.abstracts.map((one) => (one === abstract ? { ...abstract, fields } : one)),
    subgraphs: [...world.subgraphs.map((one) => (one.name === resolver ? telling(one) : one)), asked],
    rows: Object.fromEntries(rows) as World['rows'],
  };
}

function hasKey(world: World, { members }: AbstractDef): boolean {
  return members.every((member) => {
    const field = fieldAt(world, `${member}.${KEY}`);
    return field.type === 'String!' && field.isHidden !== true;
  });
}

function addedFields(
  random: Random,
  world: World,
  { name: interfaceName, members }: AbstractDef,
): readonly FieldDef[] {
  const strangers = world.objects.filter(({ name, kind }) => kind === 'entity' && !members.includes(name));
  const types = [interfaceName, `[${interfaceName}]`, ...strangers.map(({ name }) => name)];
  return [
    stored('x0', random.pick(LEAVES)),
    ...(random.chance(0.5) ? [stored('x1', random.pick(types))] : []),
    ...(random.chance(0.5)
      ? [
          {
            name: 'x2',
            type: 'String',
            args: [{ name: 'size', type: 'Int', defaultValue: '3' }],
            rule: 'echo' as const,
          },
        ]
      : []),
    ...(random.chance(0.3) ? [stored('x3', `[${random.pick(['Int', 'Color'])}!]`)] : []),
  ];
}

function stored(name: string, type: string): FieldDef {
  return { name, type, args: [], rule: 'stored' };
}

function key(type: string, fields: string): KeyDef {
  return { type, fields, isResolvable: true };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function distinctKeys(keys: readonly KeyDef[]): readonly KeyDef[] {
  return [...new Map(keys.map((one) => [`${one.type} ${one.fields}`, one])).values()];
}
