/** Cases by number: the same numbers give the same world and the same operations on every machine. */
import { createRandom } from '../fuzz/random.ts';
import type { Random } from '../fuzz/random.ts';
import { addInputs } from './add-inputs.ts';
import { addInterfaceObject } from './add-interface-object.ts';
import { addLabels, addOverrides } from './add-overrides.ts';
import { addProvides } from './add-provides.ts';
import { addRequires } from './add-requires.ts';
import { extendRequires } from './extend-requires.ts';
import { generateData } from './generate-data.ts';
import { generateSchema } from './generate-schema.ts';
import { hideFields } from './hide-fields.ts';
import { splitSchema } from './split-schema.ts';
import { withHoles } from './with-holes.ts';
import { withNullKeys } from './with-null-keys.ts';
import type { World } from './world.ts';

/** One split in this many has entities that some subgraph does not know, and no `@requires` and `@provides` of them. */
const HOLES_IN = 4;
const SPLITS_OF_A_SEED = 100_003;
/** What is left to chance beyond the plain split has numbers of its own. */
const MORE_OF_A_SPLIT = 7_919;
const LABELS_OF_A_SPLIT = 104_729;
const INTERFACES_OF_A_SPLIT = 15_485_863;
/** Share of the splits with an `@interfaceObject`, where an interface allows it. */
const INTERFACE_OBJECT_SHARE = 0.7;
/** Share of the splits that have one of the things that not every split has. */
const PASS_SHARE = 0.35;
const OPERATIONS_OF_A_SPLIT = 10_007;

export function splitNumber(seed: number, index: number): number {
  return seed * SPLITS_OF_A_SEED + index;
}

export function generateWorld(number: number): World {
  const random = createRandom(number);
  const split = splitSchema(random, generateSchema(random));
  const more = createRandom(Math.imul(number, MORE_OF_A_SPLIT));
  const passes = ['inputs', 'overrides', 'forms', 'null keys', 'hidden'].filter(() =>
    more.chance(PASS_SHARE),
  );
  const pass = (name: string, change: (random: Random, world: World) => World, world: World): World =>
    passes.includes(name) ? change(more, world) : world;

  const withInputs = pass('inputs', addInputs, split);
  if (number % HOLES_IN === 0) return withHoles(random, generateData(random, withInputs));
  const moved = pass('overrides', addOverrides, withInputs);
  const labelled = addLabels(createRandom(Math.imul(number, LABELS_OF_A_SPLIT)), moved);
  const conditional = addRequires(random, labelled);
  const promising = addProvides(random, pass('forms', extendRequires, conditional));
  const filled = generateData(random, promising);
  const hidden = pass('hidden', hideFields, pass('null keys', withNullKeys, filled));
  const ofInterfaces = createRandom(Math.imul(number, INTERFACES_OF_A_SPLIT));
  return ofInterfaces.chance(INTERFACE_OBJECT_SHARE) ? addInterfaceObject(ofInterfaces, hidden) : hidden;
}

export function operationRandom(split: number, index: number) {
  return createRandom(Math.imul(split, OPERATIONS_OF_A_SPLIT) + index);
}
