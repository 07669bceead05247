/** AppSync takes ten functions in one pipeline: what becomes of values that more subgraphs have a part in. */
import { describe, expect, it } from 'vitest';
import { compile } from '@tributary/compiler';
import type { SubgraphSource } from '@tributary/compiler';
import { MAX_PIPELINE_FUNCTIONS } from '../src/check/limits.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])';
const NUMBERS = Array.from({ length: 12 }, (_, index) => index + 1);

function subgraph(name: string, types: string): SubgraphSource {
  const sdl = `${LINK}\n${types}`;
  return { kind: 'lambda', name, sdl, file: `${name}.graphql`, maxBatchSize: 1, resolvers: [] };
}

describe('a pipeline with more than ten functions', () => {
  it('leaves the fields of some subgraphs to resolvers of their own', () => {
    const compiled = compile([
      subgraph('items', 'type Query { item: Item } type Item @key(fields: "id") { id: ID! }'),
      ...NUMBERS.map((n) =>
        subgraph(`part${n}`, `type Item @key(fields: "id") { id: ID! field${n}: Int more${n}: Int }`),
      ),
    ]);
    const resolvers = compiled.ok ? compiled.value.resolvers : [];
    const item = resolvers.find(({ fieldName }) => fieldName === 'item');
    expect(item?.kind === 'pipeline' && item.functions).toHaveLength(MAX_PIPELINE_FUNCTIONS);
    expect(resolvers.map(({ fieldName }) => fieldName)).toEqual([
      ...[7, 8, 9].map((n) => `field${n}`),
      ...[7, 8, 9].map((n) => `more${n}`),
      'item',
    ]);
  });

  it('is refused when a field requires something of more subgraphs', () => {
    const places = NUMBERS.map((n) => `part${n}: Part${n}`).join(' ');
    const required = NUMBERS.map((n) => `part${n} { weight }`).join(' ');
    const compiled = compile([
      subgraph(
        'items',
        `type Query { item: Item } type Item @key(fields: "id") { id: ID! ${places} }
         ${NUMBERS.map((n) => `type Part${n} @key(fields: "id", resolvable: false) { id: ID! }`).join(' ')}`,
      ),
      ...NUMBERS.map((n) => subgraph(`s${n}`, `type Part${n} @key(fields: "id") { id: ID! weight: Int }`)),
      subgraph(
        'carrier',
        `type Item @key(fields: "id") {
           id: ID! ${NUMBERS.map((n) => `part${n}: Part${n} @external`).join(' ')}
           weight: Int @requires(fields: "${required}")
         }
         ${NUMBERS.map((n) => `type Part${n} @key(fields: "id", resolvable: false) { id: ID! weight: Int @external }`).join(' ')}`,
      ),
    ]);
    const [diagnostic] = compiled.ok ? [] : compiled.error;
    expect(diagnostic?.code).toBe('APPSYNC_TOO_MANY_FUNCTIONS');
    expect(diagnostic?.message).toContain('"Query.item"');
    expect(diagnostic?.message).toContain('10');
  });
});
