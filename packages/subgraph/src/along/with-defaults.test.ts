import { expect, it } from 'vitest';
import { withDefaults } from './with-defaults.ts';

const INPUTS = {
  defaults: { limit: 2 },
  inputs: { where: { defaults: { area: 'small' }, inputs: { range: { defaults: { from: 1 } } } } },
};

it.each([
  ['of arguments that are null', { limit: null }, { limit: 2 }],
  ['of none that is given', { limit: 5 }, { limit: 5 }],
  [
    'inside input objects',
    { where: { range: {} } },
    { limit: 2, where: { area: 'small', range: { from: 1 } } },
  ],
  [
    'inside lists of them',
    { where: [{ area: 'large' }, null] },
    { limit: 2, where: [{ area: 'large' }, null] },
  ],
  ['inside none that is null', { where: null }, { limit: 2, where: null }],
])('fills defaults %s', (_, values, expected) => {
  expect(withDefaults(values, INPUTS)).toEqual(expected);
});
