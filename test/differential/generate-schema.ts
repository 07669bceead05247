/** A random schema: entities, value types, interfaces, unions and enums that refer to each other. */
import type { Random } from '../fuzz/random.ts';
import type { AbstractDef, EnumDef, FieldDef, ObjectDef } from './world.ts';

export interface RandomSchema {
  readonly objects: readonly ObjectDef[];
  readonly abstracts: readonly AbstractDef[];
  readonly enums: readonly EnumDef[];
}

const LEAVES = ['String', 'Int', 'Boolean', 'Float', 'ID'];
const ENUM: EnumDef = { name: 'Color', values: ['RED', 'GREEN', 'BLUE'] };

export function generateSchema(random: Random): RandomSchema {
  const entityNames = names('Entity', 2 + random.below(3));
  const valueNames = names('Value', random.below(3));
  const abstracts = generateAbstracts(random, entityNames);
  const values = valueNames.map((name, index) => {
    const nested = random.chance(0.3) && index > 0 ? [valueNames[index - 1] ?? ''] : [];
    const held = random.chance(0.3) ? [random.pick(entityNames)] : [];
    const leaves = Array.from({ length: 1 + random.below(3) }, () => random.pick([...LEAVES, ENUM.name]));
    const types = [...leaves, ...nested, ...held];
    const fields = types.map((type, position) => stored(`v${position}`, wrapType(random, type)));
    return { name, kind: 'value', fields } satisfies ObjectDef;
  });
  const composites = [...entityNames, ...valueNames, ...abstracts.map(({ name }) => name)];
  const interfaceFields = new Map(
    abstracts
      .filter(({ kind }) => kind === 'interface')
      .map(({ name }, index) => [
        name,
        Array.from({ length: 1 + random.below(2) }, (_, position) =>
          randomField(random, { name: `i${index}${position}`, composites }),
        ),
      ]),
  );
  const entities = entityNames.map((name, index): ObjectDef => {
    const inherited = abstracts.flatMap((one) =>
      one.members.includes(name) ? (interfaceFields.get(one.name) ?? []) : [],
    );
    const own = Array.from({ length: 2 + random.below(5) }, (_, position) =>
      randomField(random, { name: `f${position}`, composites }),
    );
    // Behind all others, so that they can require any of them.
    const last = Array.from({ length: 2 }, (_, position) =>
      stored(`r${position}`, random.pick(['String', 'Int!'])),
    );
    return {
      name,
      kind: 'entity',
      fields: [...keyFields(entityNames[index - 1]), ...inherited, ...own, ...last],
    };
  });
  const withFields = abstracts.map((one) => ({
    ...one,
    fields:
      one.kind === 'union' ? [] : ['id', ...(interfaceFields.get(one.name) ?? []).map(({ name }) => name)],
  }));
  const root: ObjectDef = {
    name: 'Query',
    kind: 'root',
    fields: rootFields(random, entityNames, composites),
  };
  return { objects: [root, ...entities, ...values], abstracts: withFields, enums: [ENUM] };
}

/** Parts of keys. @param owner - an entity whose key can be part of this one's */
function keyFields(owner: string | undefined): readonly FieldDef[] {
  const leaves = [
    stored('id', 'ID!'),
    stored('sku', 'String!'),
    stored('partA', 'Int!'),
    stored('partB', 'String!'),
  ];
  return owner === undefined ? leaves : [...leaves, stored('owner', `${owner}!`)];
}

function generateAbstracts(random: Random, entityNames: readonly string[]): readonly AbstractDef[] {
  const members = (): readonly string[] => {
    const some = entityNames.filter(() => random.chance(0.65));
    return some.length > 0 ? some : entityNames.slice(0, 2);
  };
  const interfaces = names('Node', random.below(3)).map((name): AbstractDef => ({
    name,
    kind: 'interface',
    members: members(),
    fields: [],
  }));
  const unions = names('Any', random.below(2)).map((name): AbstractDef => ({
    name,
    kind: 'union',
    members: members(),
    fields: [],
  }));
  return [...interfaces, ...unions];
}

function randomField(
  random: Random,
  { name, composites }: { readonly name: string; readonly composites: readonly string[] },
): FieldDef {
  const kind = random.below(10);
  if (kind < 4) return stored(name, wrapType(random, random.pick([...LEAVES, ENUM.name])));
  if (kind < 5) return echoField(random, name);
  if (kind < 6) {
    const type = `[${random.pick(composites)}${random.chance(0.5) ? '!' : ''}]`;
    const first = { name: 'first', type: 'Int', ...(random.chance(0.5) ? { defaultValue: '2' } : {}) };
    return { name, type, args: [first], rule: 'slice' };
  }
  return stored(name, wrapType(random, random.pick(composites)));
}

function echoField(random: Random, name: string): FieldDef {
  const types = [
    { type: 'Int', defaultValue: '3' },
    { type: 'String', defaultValue: '"it"' },
    { type: 'Boolean', defaultValue: 'true' },
    { type: ENUM.name, defaultValue: 'GREEN' },
    { type: '[Int!]', defaultValue: '[1, 2]' },
    { type: 'Int!', defaultValue: undefined },
  ];
  const args = Array.from({ length: 1 + random.below(2) }, (_, position) => {
    const { type, defaultValue } = random.pick(types);
    const hasDefault = defaultValue !== undefined && random.chance(0.5);
    return { name: `a${position}`, type, ...(hasDefault ? { defaultValue } : {}) };
  });
  return { name, type: random.chance(0.7) ? 'String' : 'Int!', args, rule: 'echo' };
}

function rootFields(
  random: Random,
  entityNames: readonly string[],
  composites: readonly string[],
): readonly FieldDef[] {
  const finds = entityNames
    .filter(() => random.chance(0.4))
    .map((name): FieldDef => ({
      name: `find${name}`,
      type: name,
      args: [{ name: 'id', type: 'ID!' }],
      rule: 'find',
    }));
  const lists = entityNames.map((name) => stored(`all${name}`, `[${name}!]!`));
  const others = Array.from({ length: 1 + random.below(4) }, (_, position) =>
    randomField(random, { name: `root${position}`, composites }),
  );
  return [...finds, ...lists, ...others];
}

function wrapType(random: Random, type: string): string {
  const bang = () => (random.chance(0.4) ? '!' : '');
  const shape = random.below(10);
  if (shape < 6) return `${type}${bang()}`;
  if (shape < 9) return `[${type}${bang()}]${bang()}`;
  return `[[${type}${bang()}]${bang()}]${bang()}`;
}

function stored(name: string, type: string): FieldDef {
  return { name, type, args: [], rule: 'stored' };
}

function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}
