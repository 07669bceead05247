import { expect, it } from 'vitest';
import { parseConfiguration } from './configuration.ts';

it('reads a contract; a list that is missing is empty', () => {
  expect(parseConfiguration('{ "contract": { "exclude": ["internal"] } }')).toEqual({
    ok: true,
    value: { contract: { include: [], exclude: ['internal'] }, supergraph: undefined },
  });
});

it.each([
  ['{', 'it is not JSON'],
  ['[]', 'it must hold one object'],
  ['{ "contracts": {} }', 'there is no option "contracts"'],
  ['{ "supergraph": 1 }', '"supergraph" must name a file, got 1'],
  ['{ "contract": [] }', '"contract" must be'],
  ['{ "contract": { "only": [] } }', 'no option "only"'],
  ['{ "contract": { "include": [1] } }', 'names of tags'],
  ['{ "contract": {} }', 'names no tag'],
  ['{ "contract": { "include": ["a"] }, "supergraph": "s.graphql" }', 'use one of the two'],
])('refuses %s', (text, reason) => {
  const parsed = parseConfiguration(text);
  expect(parsed.ok ? '' : parsed.error).toContain(reason);
});
