import { expect, it } from 'vitest';
import { visibleHints } from './visible-hints.ts';
import type { HintOption } from './visible-hints.ts';

const diagnostics = [
  { code: 'E', severity: 'error', message: '' },
  { code: 'D', severity: 'hint', level: 'debug', message: '' },
  { code: 'I', severity: 'hint', level: 'info', message: '' },
  { code: 'W', severity: 'hint', level: 'warn', message: '' },
  { code: 'H', severity: 'hint', message: '' },
] as const;

it.each<[HintOption | undefined, string]>([
  ['off', 'E'],
  ['warn', 'EWH'],
  [undefined, 'EWH'],
  ['info', 'EIWH'],
  ['debug', 'EDIWH'],
])('%s leaves %s', (shown, expected) => {
  expect(
    visibleHints(diagnostics, shown)
      .map(({ code }) => code)
      .join(''),
  ).toBe(expected);
});
