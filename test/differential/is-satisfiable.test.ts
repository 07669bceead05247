import { expect, it } from 'vitest';
import { generateWorld } from './generate-case.ts';
import { isSatisfiable } from './is-satisfiable.ts';

const WORLDS = Array.from({ length: 60 }, (_, number) => generateWorld(number));

it('finds every random split satisfiable', () => {
  expect(WORLDS.flatMap((world, number) => (isSatisfiable(world) ? [] : [number]))).toEqual([]);
});

it('finds splits unsatisfiable whose keys do not resolve', () => {
  const withoutKeys = WORLDS.map((world) => ({
    ...world,
    subgraphs: world.subgraphs.map((one) => ({
      ...one,
      keys: one.keys.map((key) => ({ ...key, isResolvable: false })),
    })),
  }));
  expect(withoutKeys.filter(isSatisfiable).length).toBeLessThan(WORLDS.length / 10);
});

it('finds a split without root fields unsatisfiable', () => {
  const [world] = WORLDS;
  if (world === undefined) throw new Error('There is no world.');
  const subgraphs = world.subgraphs.map((one) => ({
    ...one,
    owns: one.owns.filter((coordinate) => !coordinate.startsWith('Query.')),
  }));
  expect(isSatisfiable({ ...world, subgraphs })).toBe(false);
});
