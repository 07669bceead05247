/** Moves fields to other subgraphs (`@override`, with and without a label); the old one keeps the field, and is wrong. */
import type { Random } from '../fuzz/random.ts';
import { fieldAt, KEY_FIELDS } from './world.ts';
import type { OverrideDef, SubgraphDef, World } from './world.ts';

const SHARE = 0.15;
const LABELLED_SHARE = 0.6;
const LATER_LABELLED_SHARE = 0.4;

export function addOverrides(random: Random, world: World): World {
  return world.objects.reduce<World>((current, { name: typeName, kind, fields }) => {
    if (kind === 'value') return current;
    return fields.reduce<World>((before, { name }) => {
      if (KEY_FIELDS.has(name) || !random.chance(SHARE)) return before;
      return moveField(random, before, `${typeName}.${name}`);
    }, current);
  }, world);
}

function moveField(random: Random, world: World, coordinate: string): World {
  const [typeName = ''] = coordinate.split('.');
  const [old, ...others] = world.subgraphs.filter(({ owns }) => owns.includes(coordinate));
  const possible = world.subgraphs.filter(
    (one) => one !== old && (typeName === 'Query' || one.keys.some(({ type }) => type === typeName)),
  );
  // Of a field that several resolve, the others would have to say the same as both of these.
  if (old === undefined || others.length > 0 || possible.length === 0) return world;
  const { name } = random.pick(possible);
  const { rule, args } = fieldAt(world, coordinate);
  const isLabelled = rule === 'echo' && args.length > 0 && random.chance(LABELLED_SHARE);
  const override: OverrideDef = {
    from: old.name,
    ...(isLabelled ? { percent: random.chance(0.5) ? 0 : 100 } : {}),
  };
  const taken = (one: SubgraphDef): SubgraphDef => ({
    ...one,
    owns: [...one.owns, coordinate],
    overrides: { ...one.overrides, [coordinate]: override },
  });
  return { ...world, subgraphs: world.subgraphs.map((one) => (one.name === name ? taken(one) : one)) };
}

/** Gives overrides that have none a label. */
export function addLabels(random: Random, world: World): World {
  const labelled = (override: OverrideDef): OverrideDef =>
    override.percent === undefined && random.chance(LATER_LABELLED_SHARE)
      ? { ...override, percent: random.chance(0.5) ? 0 : 100 }
      : override;
  const subgraphs = world.subgraphs.map((one) => ({
    ...one,
    overrides: Object.fromEntries(
      Object.entries(one.overrides).map(([coordinate, override]) => [coordinate, labelled(override)]),
    ),
  }));
  return { ...world, subgraphs };
}
