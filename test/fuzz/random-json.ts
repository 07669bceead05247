import type { Random } from './random.ts';

const SCALARS: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 1e308, 2 ** 53, '', 'text', '1', 'null', '\u0000', '\ud800', '😀'],
  ...['__proto__', 'x'.repeat(2_000), '2026-11-21', '{"a":1}', '$id', [], {}],
];
const NAMES = [
  'id',
  'title',
  'owner',
  'input',
  'done',
  'length',
  '__proto__',
  'constructor',
  'toString',
  '',
  'a b',
];

/** A value of JSON, of any kind and seldom deep. */
export function randomJson(random: Random, depth = 0): unknown {
  if (depth > 4 || random.chance(0.5)) return random.pick(SCALARS);
  if (random.chance(0.02)) return nested(500 + random.below(3_000));
  const members = Array.from({ length: random.below(4) }, () => randomJson(random, depth + 1));
  if (random.chance(0.4)) return members;
  return Object.fromEntries(members.map((member) => [random.pick(NAMES), member]));
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { id: value };
  return value;
}
