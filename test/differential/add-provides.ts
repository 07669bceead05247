/** Lets subgraphs promise fields of other subgraphs' entities on some paths (`@provides`). */
import type { Random } from '../fuzz/random.ts';
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { fieldAt, findObject, KEY_FIELDS } from './world.ts';
import type { FieldDef, SubgraphDef, World } from './world.ts';

export function addProvides(random: Random, world: World): World {
  const subgraphs = world.subgraphs.map((subgraph) => {
    const entries = subgraph.owns.flatMap((coordinate) => {
      if (random.chance(0.6)) return [];
      const text = chooseProvided(random, world, { subgraph, field: fieldAt(world, coordinate) });
      return text === '' ? [] : [[coordinate, text] as const];
    });
    return { ...subgraph, provides: Object.fromEntries(entries) };
  });
  return { ...world, subgraphs };
}

function chooseProvided(
  random: Random,
  world: World,
  { subgraph, field }: { readonly subgraph: SubgraphDef; readonly field: FieldDef },
): string {
  const target = findObject(world, namedType(field.type));
  if (target?.kind !== 'entity') return '';
  const isForeign = (typeName: string, name: string) => {
    const coordinate = `${typeName}.${name}`;
    return (
      !subgraph.owns.includes(coordinate) && world.subgraphs.some(({ owns }) => owns.includes(coordinate))
    );
  };
  const parts = target.fields.flatMap((one) => {
    if (
      one.args.length > 0 ||
      one.rule !== 'stored' ||
      KEY_FIELDS.has(one.name) ||
      !isForeign(target.name, one.name) ||
      random.chance(0.6)
    )
      return [];
    const inner = findObject(world, namedType(one.type));
    if (inner === undefined)
      return world.abstracts.some(({ name }) => name === namedType(one.type)) ? [] : [one.name];
    const leaf = inner.fields.find(
      ({ name, type, args, rule }) =>
        args.length === 0 &&
        rule === 'stored' &&
        findObject(world, namedType(type)) === undefined &&
        !world.abstracts.some((abstract) => abstract.name === namedType(type)) &&
        (inner.kind === 'value' || (!KEY_FIELDS.has(name) && isForeign(inner.name, name))),
    );
    return leaf === undefined ? [] : [`${one.name} { ${leaf.name} }`];
  });
  return parts.join(' ');
}
