/** Input objects and enums as arguments, of which subgraphs have more than each other: the API has what all of them have. */
import type { Random } from '../fuzz/random.ts';
import { fieldAt, interfaceFields } from './world.ts';
import type { ArgumentDef, EnumDef, ExtraInputs, InputDef, World } from './world.ts';

const SIZE: EnumDef = { name: 'Size', values: ['SMALL', 'LARGE'] };
const FILTER: InputDef = {
  name: 'Filter',
  fields: [
    { name: 'text', type: 'String' },
    { name: 'sizes', type: '[Size!]' },
    { name: 'color', type: 'Color' },
    { name: 'inner', type: 'Filter' },
    { name: 'rows', type: '[[Int!]!]' },
  ],
};
const ARGUMENTS: readonly ArgumentDef[] = [
  { name: 'filter', type: 'Filter' },
  { name: 'filters', type: '[Filter!]' },
  { name: 'size', type: 'Size', defaultValue: 'LARGE' },
  { name: 'size', type: 'Size' },
];
const SHARE = 0.6;

/** Gives some fields with arguments one more. */
export function addInputs(random: Random, world: World): World {
  const ofInterfaces = interfaceFields(world);
  const objects = world.objects.map((object) => ({
    ...object,
    fields: object.fields.map((field) => {
      if (field.rule !== 'echo' || field.args.length === 0 || !random.chance(SHARE)) return field;
      const added = random.pick(ARGUMENTS);
      return ofInterfaces.has(`${object.name}.${field.name}`)
        ? field
        : { ...field, args: [...field.args, added] };
    }),
  }));
  const whole = { ...world, objects, enums: [...world.enums, SIZE], inputs: [FILTER] };
  const subgraphs = whole.subgraphs.map((one) => ({ ...one, extras: chooseExtras(random, whole, one.owns) }));
  return { ...whole, subgraphs };
}

function chooseExtras(random: Random, world: World, owns: readonly string[]): ExtraInputs {
  const isShared = (coordinate: string) =>
    fieldAt(world, coordinate).args.length > 0 &&
    world.subgraphs.filter((one) => one.owns.includes(coordinate)).length > 1;
  const some = <T>(name: string, value: T): Readonly<Record<string, T>> =>
    random.chance(0.5) ? { [name]: value } : {};
  return {
    // A field of one subgraph alone has all of its arguments in the API.
    arguments: Object.fromEntries(
      owns
        .filter(isShared)
        .flatMap((coordinate) => Object.entries(some(coordinate, [{ name: 'extra', type: 'Int' }]))),
    ),
    inputFields: some('Filter', [{ name: 'extra', type: 'String' }]),
    enumValues: some('Size', ['HUGE']),
  };
}
