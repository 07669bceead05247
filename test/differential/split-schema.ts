/**
 * A random split of a schema into subgraphs that composes by construction: the subgraphs that contribute to an entity are
 * connected by keys that both sides have, every other one refers to it by a key that a contributor resolves.
 */
import type { Random } from '../fuzz/random.ts';
import type { RandomSchema } from './generate-schema.ts';
import { KEY_FIELDS } from './world.ts';
import type { FieldDef, KeyDef, ObjectDef, SubgraphDef, World } from './world.ts';

/** As deep as the operations go, below the first entity, and one level more for what `@requires` takes from there. */
const ENTITY_LEVELS = 5;

interface Draft {
  readonly name: string;
  readonly owns: Set<string>;
  readonly keys: Map<string, Set<string>>;
  readonly stubs: KeyDef[];
}

export function splitSchema(random: Random, schema: RandomSchema): World {
  const drafts = Array.from({ length: 2 + random.below(4) }, (_, index): Draft => ({
    name: `s${index}`,
    owns: new Set(),
    keys: new Map(),
    stubs: [],
  }));
  for (const object of schema.objects) {
    if (object.kind === 'entity') splitEntity(random, object, drafts);
    if (object.kind === 'root') giveFields(random, object, { owners: drafts, fields: object.fields });
  }
  const members = drafts.map(() => chooseMembers(random, schema));
  const subgraphs = drafts.map((draft, index): SubgraphDef => ({
    name: draft.name,
    owns: [...draft.owns],
    keys: [...draft.keys].flatMap(([type, list]) =>
      [...list].map((fields) => ({ type, fields, isResolvable: true })),
    ),
    stubs: draft.stubs,
    provides: {},
    members: members[index] ?? {},
    depth: ENTITY_LEVELS,
    missing: [],
    overrides: {},
    extras: { arguments: {}, inputFields: {}, enumValues: {} },
  }));
  return { ...schema, inputs: [], subgraphs, rows: {} };
}

function splitEntity(random: Random, entity: ObjectDef, drafts: readonly Draft[]): void {
  const contributors = shuffled(random, drafts).slice(0, 1 + random.below(drafts.length));
  const possible = keysOf(entity);
  contributors.forEach((draft, index) => {
    const connection = random.pick(possible);
    addKey(draft, entity.name, connection);
    if (index > 0) addKey(random.pick(contributors.slice(0, index)), entity.name, connection);
    if (random.chance(0.2)) addKey(draft, entity.name, random.pick(possible));
  });
  // Interfaces and keys that hold an entity have its `id`: something has to answer for it.
  addKey(random.pick(contributors), entity.name, 'id');
  const resolvable = [...new Set(contributors.flatMap(({ keys }) => [...(keys.get(entity.name) ?? [])]))];
  for (const draft of drafts) {
    draft.stubs.push({
      type: entity.name,
      fields: random.pick(resolvable),
      isResolvable: random.chance(0.3),
    });
  }
  const fields = entity.fields.filter(({ name }) => !KEY_FIELDS.has(name) || random.chance(0.3));
  giveFields(random, entity, { owners: contributors, fields });
}

function giveFields(
  random: Random,
  { name: typeName }: ObjectDef,
  { owners, fields }: { readonly owners: readonly Draft[]; readonly fields: readonly FieldDef[] },
): void {
  for (const { name } of fields) {
    random.pick(owners).owns.add(`${typeName}.${name}`);
    if (random.chance(0.2)) random.pick(owners).owns.add(`${typeName}.${name}`);
  }
}

function keysOf(entity: ObjectDef): readonly string[] {
  const hasOwner = entity.fields.some(({ name }) => name === 'owner');
  return ['id', 'id', 'sku', 'partA partB', ...(hasOwner ? ['partA owner { id }'] : [])];
}

function addKey({ keys }: Draft, typeName: string, fields: string): void {
  keys.set(typeName, (keys.get(typeName) ?? new Set()).add(fields));
}

/** The first member is known everywhere, so that subgraphs that share a field can answer the same. */
function chooseMembers(random: Random, { abstracts }: RandomSchema): Record<string, readonly string[]> {
  return Object.fromEntries(
    abstracts.map(({ name, members }) => {
      return [name, members.filter((_, index) => index === 0 || random.chance(0.75))];
    }),
  );
}

export function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(random.below(rest.length), 1));
}

/** Coordinates of a type's fields in any subgraph. */
export function ownersOf(
  { subgraphs }: Pick<World, 'subgraphs'>,
  coordinate: string,
): readonly SubgraphDef[] {
  return subgraphs.filter(({ owns }) => owns.includes(coordinate));
}
