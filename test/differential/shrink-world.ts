/** Takes parts of a world away as long as the case still fails: subgraphs, fields, keys, promises, members, then data. */
import { parseFieldSet } from './field-set.ts';
import { keepListItems, listItems } from './list-items.ts';
import { shrinkList } from './shrink-list.ts';
import type { SubgraphDef, World } from './world.ts';

type Fails = (smaller: World) => Promise<boolean>;

/**
 * @param levels - of objects that the operation asks for; subgraphs that answer fewer would be wrong themselves
 * @param fails - whether the case fails in a smaller world; false where it can't be tried
 */
export async function shrinkWorld(world: World, levels: number, fails: Fails): Promise<World> {
  const inSubgraphs = await shrinkParts(world, { partsOf: subgraphParts, keep: keepSubgraphParts, fails });
  const inTypes = await shrinkParts(inSubgraphs, { partsOf: typeParts, keep: keepTypeParts, fails });
  const inData = await shrinkParts(inTypes, { partsOf: listItems, keep: keepListItems, fails });
  const shallow = { ...inData, subgraphs: inData.subgraphs.map((one) => ({ ...one, depth: levels })) };
  return (await fails(shallow)) ? shallow : inData;
}

interface Shrinking {
  /** Names of what can be left out. */
  readonly partsOf: (world: World) => readonly string[];
  readonly keep: (world: World, parts: ReadonlySet<string>) => World;
  readonly fails: Fails;
}

async function shrinkParts(world: World, { partsOf, keep, fails }: Shrinking): Promise<World> {
  const kept = await shrinkList(partsOf(world), (parts) => fails(keep(world, new Set(parts))));
  return keep(world, new Set(kept));
}

function subgraphParts({ subgraphs }: World): readonly string[] {
  return subgraphs.flatMap(({ name, owns, keys, provides, missing, overrides }) =>
    [
      '',
      ...owns.map((one) => ` owns ${one}`),
      ...keys.map(({ type, fields }) => ` key ${type} ${fields}`),
      ...Object.keys(provides).map((one) => ` provides ${one}`),
      ...missing.map((one) => ` missing ${one}`),
      ...Object.keys(overrides).map((one) => ` overrides ${one}`),
    ].map((part) => name + part),
  );
}

function keepSubgraphParts(world: World, parts: ReadonlySet<string>): World {
  const subgraphs = world.subgraphs.flatMap((one): readonly SubgraphDef[] => {
    const has = (part: string) => parts.has(`${one.name} ${part}`);
    if (!parts.has(one.name)) return [];
    return [
      {
        ...one,
        owns: one.owns.filter((coordinate) => has(`owns ${coordinate}`)),
        keys: one.keys.filter(({ type, fields }) => has(`key ${type} ${fields}`)),
        provides: Object.fromEntries(
          Object.entries(one.provides).filter(
            ([coordinate]) => has(`provides ${coordinate}`) && has(`owns ${coordinate}`),
          ),
        ),
        missing: one.missing.filter((id) => has(`missing ${id}`)),
        // Without the field that it was taken from, there is nothing to decide: its label would be wrong.
        overrides: Object.fromEntries(
          Object.entries(one.overrides).filter(
            ([coordinate, { from }]) =>
              has(`overrides ${coordinate}`) &&
              has(`owns ${coordinate}`) &&
              parts.has(from) &&
              parts.has(`${from} owns ${coordinate}`),
          ),
        ),
      },
    ];
  });
  return { ...world, subgraphs };
}

/** Fields of value types, members, arguments and parts of field sets. */
function typeParts({ objects, abstracts, subgraphs }: World): readonly string[] {
  return [
    ...objects.flatMap(({ name, kind, fields }) => [
      ...(kind === 'value' ? fields.map((field) => `field ${name}.${field.name}`) : []),
      ...fields.flatMap((field) => [
        ...field.args.map((argument) => `argument ${name}.${field.name} ${argument.name}`),
        ...partsOfSet(field.requires).map((part) => `requires ${name}.${field.name} ${part}`),
      ]),
    ]),
    ...abstracts.flatMap(({ name, members, fields }) => [
      ...members.map((member) => `member ${name} ${member}`),
      ...fields.map((field) => `field ${name}.${field}`),
    ]),
    ...subgraphs.flatMap((one) => [
      ...Object.entries(one.provides).flatMap(([coordinate, text]) =>
        partsOfSet(text).map((part) => `provides ${one.name} ${coordinate} ${part}`),
      ),
      ...Object.entries(one.members).flatMap(([name, members]) =>
        members.map((member) => `member ${one.name} ${name} ${member}`),
      ),
    ]),
  ];
}

function keepTypeParts(world: World, parts: ReadonlySet<string>): World {
  const objects = world.objects.map((object) => ({
    ...object,
    fields: object.fields.flatMap((field) => {
      const at = `${object.name}.${field.name}`;
      if (object.kind === 'value' && !parts.has(`field ${at}`)) return [];
      const { requires, ...others } = field;
      const kept = keptSet(requires, (part) => parts.has(`requires ${at} ${part}`));
      const args = field.args.filter(({ name }) => parts.has(`argument ${at} ${name}`));
      return [{ ...others, args, ...(kept === '' ? {} : { requires: kept }) }];
    }),
  }));
  const abstracts = world.abstracts.map((one) => ({
    ...one,
    members: one.members.filter((member) => parts.has(`member ${one.name} ${member}`)),
    fields: one.fields.filter((field) => parts.has(`field ${one.name}.${field}`)),
  }));
  const subgraphs = world.subgraphs.map((one) => ({
    ...one,
    provides: Object.fromEntries(
      Object.entries(one.provides).flatMap(([coordinate, text]) => {
        const kept = keptSet(text, (part) => parts.has(`provides ${one.name} ${coordinate} ${part}`));
        return kept === '' ? [] : [[coordinate, kept]];
      }),
    ),
    members: Object.fromEntries(
      Object.entries(one.members).map(([name, members]) => [
        name,
        members.filter(
          (member) =>
            parts.has(`member ${one.name} ${name} ${member}`) && parts.has(`member ${name} ${member}`),
        ),
      ]),
    ),
  }));
  return { ...world, objects, abstracts, subgraphs };
}

/** The first level of a field set, each with what is below it. */
function partsOfSet(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const print = (set: ReturnType<typeof parseFieldSet>): readonly string[] =>
    Object.entries(set).map(([name, below]) =>
      below === true ? name : `${name} { ${print(below).join(' ')} }`,
    );
  return print(parseFieldSet(text));
}

function keptSet(text: string | undefined, isKept: (part: string) => boolean): string {
  return partsOfSet(text).filter(isKept).join(' ');
}
