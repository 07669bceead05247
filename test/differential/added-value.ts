import type { Random } from '../fuzz/random.ts';
import { ROOT_ROW } from './world.ts';
import type { AbstractDef, FieldDef, StoredValue, World } from './world.ts';

const MAX_ITEMS = 3;
const NULL_SHARE = 0.15;

/** A random value of a field that refers to the interface, to entities or to nothing. */
export function addedValue(
  random: Random,
  world: World,
  { abstract, field }: { readonly abstract: AbstractDef; readonly field: FieldDef },
): StoredValue {
  if (field.rule === 'echo') return `${field.name} ${random.below(1_000)}`;
  const present = (type: string): StoredValue => {
    if (!type.endsWith('!') && random.chance(NULL_SHARE)) return null;
    const named = type.replace(/!$/, '');
    if (named.startsWith('['))
      return Array.from({ length: random.below(MAX_ITEMS + 1) }, () => present(named.slice(1, -1)));
    if (named === 'Int') return random.below(100);
    if (named === 'String') return `text ${random.below(100)}`;
    const options = world.enums.find(({ name }) => name === named)?.values;
    if (options !== undefined) return random.pick(options);
    const typeName = named === abstract.name ? random.pick(abstract.members) : named;
    return { $ref: `${typeName}/${random.pick(Object.keys(world.rows[typeName] ?? { [ROOT_ROW]: {} }))}` };
  };
  return present(field.type);
}
