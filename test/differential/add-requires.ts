/** Makes fields of entities depend on fields of other subgraphs (`@requires`), chains included. */
import type { Random } from '../fuzz/random.ts';
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { findObject, interfaceFields, KEY_FIELDS } from './world.ts';
import type { FieldDef, ObjectDef, SubgraphDef, World } from './world.ts';

const LEAVES = new Set(['String', 'Int', 'Boolean', 'Float', 'ID', 'Color']);
const MAX_REQUIRED = 2;

export function addRequires(random: Random, world: World): World {
  const ofInterfaces = interfaceFields(world);
  const objects = world.objects.map((object) => {
    if (object.kind !== 'entity') return object;
    return {
      ...object,
      fields: object.fields.map((field, index) => {
        const coordinate = `${object.name}.${field.name}`;
        const [owner, ...others] = world.subgraphs.filter(({ owns }) => owns.includes(coordinate));
        if (
          !mayRequire(field) ||
          others.length > 0 ||
          owner === undefined ||
          ofInterfaces.has(coordinate) ||
          random.chance(0.4)
        )
          return field;
        const requires = chooseRequired(random, world, { object, before: index, owner });
        return requires === '' ? field : { ...field, rule: 'echo' as const, requires };
      }),
    };
  });
  return { ...world, objects };
}

function mayRequire({ name, type }: FieldDef): boolean {
  return ['String', 'Int', 'Int!', 'String!'].includes(type) && /^[fr]\d/.test(name);
}

/** Only fields before this one: no circles. */
function chooseRequired(
  random: Random,
  world: World,
  {
    object,
    before,
    owner,
  }: { readonly object: ObjectDef; readonly before: number; readonly owner: SubgraphDef },
): string {
  const isElsewhere = ({ name, args }: FieldDef) => {
    const coordinate = `${object.name}.${name}`;
    return (
      args.length === 0 &&
      !KEY_FIELDS.has(name) &&
      !owner.owns.includes(coordinate) &&
      world.subgraphs.some(({ owns }) => owns.includes(coordinate))
    );
  };
  const candidates = object.fields.slice(0, before).filter(isElsewhere);
  const parts = candidates.flatMap((field) => {
    if (random.chance(0.4)) return [];
    const named = namedType(field.type);
    if (LEAVES.has(named)) return [field.name];
    const target = findObject(world, named);
    const inner = (target?.fields ?? []).filter(
      (one) =>
        one.args.length === 0 &&
        LEAVES.has(namedType(one.type)) &&
        (target?.kind === 'value' || !mayRequire(one)),
    );
    const isKnown = (name: string) =>
      target?.kind === 'value' ||
      (!KEY_FIELDS.has(name) && world.subgraphs.some(({ owns }) => owns.includes(`${named}.${name}`)));
    const names = inner.map(({ name }) => name).filter(isKnown);
    return names.length === 0 ? [] : [`${field.name} { ${random.pick(names)} }`];
  });
  return parts.slice(0, MAX_REQUIRED).join(' ');
}
