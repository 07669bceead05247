import { expect, it } from 'vitest';
import { javaTypeName } from './scalar-codec.ts';

it.each<[unknown, string]>([
  ['1', 'String'],
  [true, 'Boolean'],
  [1.5, 'Double'],
  [2 ** 31 - 1, 'Integer'],
  [-(2 ** 31), 'Integer'],
  [2 ** 31, 'Long'],
  [-(2 ** 63), 'Long'],
  [2 ** 63, 'BigInteger'],
  [[1], 'ArrayList'],
  [{ a: 1 }, 'LinkedHashMap'],
])('%j is in Java a %s', (value, name) => {
  expect(javaTypeName(value)).toBe(name);
});
