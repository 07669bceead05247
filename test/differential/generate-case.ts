/** Cases by number: the same numbers give the same world and the same operations on every machine. */
import { createRandom } from '../fuzz/random.ts';
import { addProvides } from './add-provides.ts';
import { addRequires } from './add-requires.ts';
import { generateData } from './generate-data.ts';
import { generateSchema } from './generate-schema.ts';
import { splitSchema } from './split-schema.ts';
import { withHoles } from './with-holes.ts';
import type { World } from './world.ts';

/** One split in this many has entities that some subgraph does not know, and no `@requires` and `@provides` of them. */
const HOLES_IN = 4;
const SPLITS_OF_A_SEED = 100_003;
const OPERATIONS_OF_A_SPLIT = 10_007;

export function splitNumber(seed: number, index: number): number {
  return seed * SPLITS_OF_A_SEED + index;
}

export function generateWorld(number: number): World {
  const random = createRandom(number);
  const split = splitSchema(random, generateSchema(random));
  if (number % HOLES_IN === 0) return withHoles(random, generateData(random, split));
  return generateData(random, addProvides(random, addRequires(random, split)));
}

export function operationRandom(split: number, index: number) {
  return createRandom(Math.imul(split, OPERATIONS_OF_A_SPLIT) + index);
}
