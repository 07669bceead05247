import { expect, it } from 'vitest';
import { subgraphsOfSupergraph } from './subgraphs-of-supergraph.ts';

const supergraph = {
  file: 'supergraph.graphql',
  sdl: `schema @link(url: "https://specs.apollo.dev/join/v0.4", for: EXECUTION) { query: Query }
enum join__Graph {
  CATALOG @join__graph(name: "catalog", url: "http://127.0.0.1:4001/graphql")
  STOCK @join__graph(name: "stock", url: "")
}
type Query @join__type(graph: CATALOG) { a: Int }`,
};

function defined(name: string) {
  return { name, directory: '/project/subgraphs/x', definition: { kind: 'lambda', name } } as const;
}

it('adds servers for the subgraphs without a definition', () => {
  expect(subgraphsOfSupergraph(supergraph, [defined('stock')], '/project')).toEqual({
    ok: true,
    value: [
      {
        name: 'catalog',
        directory: '/project',
        definition: { kind: 'http', name: 'catalog', url: 'http://127.0.0.1:4001/graphql' },
      },
    ],
  });
});

it('refuses subgraphs without an address, and definitions of others', () => {
  const result = subgraphsOfSupergraph(supergraph, [defined('stok')], '/project');
  expect(result.ok ? [] : result.error.map(({ message }) => message)).toEqual([
    'Subgraph "stok" is not in the supergraph supergraph.graphql, which has "catalog", "stock".',
    'Subgraph "stock" of the supergraph supergraph.graphql has no address and no definition.',
  ]);
});

it('refuses what is no supergraph', () => {
  const result = subgraphsOfSupergraph({ ...supergraph, sdl: 'type Query { a: Int }' }, [], '/project');
  expect(result.ok ? '' : result.error[0]?.message).toContain('it has no enum join__Graph');
});
