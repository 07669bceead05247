/** Field sets of `@requires` with arguments, and with fragments on members of abstract types. */
import type { Random } from '../fuzz/random.ts';
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { findAbstract, findObject, KEY_FIELDS } from './world.ts';
import type { FieldDef, ObjectDef, SubgraphDef, World } from './world.ts';

const SHARE = 0.6;
/** Literals for arguments, by type without `!`. */
const LITERALS: Readonly<Record<string, string>> = {
  Int: '7',
  String: '"required"',
  Boolean: 'false',
  Color: 'BLUE',
  '[Int!]': '[4, 5]',
};
const LEAVES = new Set(['String', 'Int', 'Boolean', 'Float', 'ID', 'Color']);

/** Adds to the field sets that there are. */
export function extendRequires(random: Random, world: World): World {
  const objects = world.objects.map((object) => ({
    ...object,
    fields: object.fields.map((field, index) => {
      const [owner] = world.subgraphs.filter(({ owns }) => owns.includes(`${object.name}.${field.name}`));
      if (field.requires === undefined || owner === undefined) return field;
      const parts = object.fields
        .slice(0, index)
        .filter((one) => isElsewhere(world, owner, `${object.name}.${one.name}`))
        .flatMap((one) =>
          random.chance(SHARE) ? [partOf(random, world, { object, owner, field: one })] : [],
        );
      const [part = ''] = parts.filter((one) => one !== '');
      return part === '' ? field : { ...field, requires: `${field.requires} ${part}` };
    }),
  }));
  return { ...world, objects };
}

function isElsewhere({ subgraphs }: World, owner: SubgraphDef, coordinate: string): boolean {
  return !owner.owns.includes(coordinate) && subgraphs.some(({ owns }) => owns.includes(coordinate));
}

interface Place {
  readonly object: ObjectDef;
  readonly owner: SubgraphDef;
  readonly field: FieldDef;
}

function partOf(random: Random, world: World, { object, owner, field }: Place): string {
  const coordinate = `${object.name}.${field.name}`;
  // An external field needs all arguments of all subgraphs.
  const isExtended = world.subgraphs.some(({ extras }) => extras.arguments[coordinate] !== undefined);
  if (field.rule === 'echo' && field.args.length > 0 && field.requires === undefined && !isExtended) {
    const written = field.args.map(({ name, type }) => {
      const literal = LITERALS[type.replace(/!$/, '')];
      return literal === undefined ? undefined : `${name}: ${literal}`;
    });
    return written.includes(undefined) ? '' : `${field.name}(${written.join(', ')})`;
  }
  const abstract = findAbstract(world, namedType(field.type));
  if (abstract === undefined || field.args.length > 0) return '';
  const known = owner.members[abstract.name] ?? abstract.members;
  const fragments = known.flatMap((member) => {
    const leaves = (findObject(world, member)?.fields ?? []).filter(
      ({ name, type, args, rule }) =>
        args.length === 0 &&
        rule === 'stored' &&
        LEAVES.has(namedType(type)) &&
        !KEY_FIELDS.has(name) &&
        world.subgraphs.some(({ owns }) => owns.includes(`${member}.${name}`)),
    );
    return leaves.length === 0 ? [] : [`... on ${member} { ${random.pick(leaves).name} }`];
  });
  return fragments.length === 0 ? '' : `${field.name} { ${fragments.join(' ')} }`;
}
