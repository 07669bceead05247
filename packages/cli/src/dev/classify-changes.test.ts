import type { ProjectSubgraph } from '@tributary/compiler/project';
import { describe, expect, it } from 'vitest';
import { classifyChanges } from './classify-changes.ts';

const orders: ProjectSubgraph = {
  name: 'orders',
  directory: '/app/subgraphs/orders',
  definition: { name: 'orders', kind: 'lambda' },
};
const catalog: ProjectSubgraph = {
  name: 'catalog',
  directory: '/app/subgraphs/catalog',
  definition: { name: 'catalog', kind: 'dynamodb', table: { partitionKey: { name: 'pk', type: 'S' } } },
};
const context = {
  rootDirectory: '/app',
  pagesSource: '/app/web',
  subgraphs: [catalog, orders],
  compilerFiles: ['/app/subgraphs/orders/schema.graphql', '/app/subgraphs/orders/subgraph.ts'],
};

describe('classifyChanges', () => {
  it.each([
    [
      'a schema',
      ['subgraphs/orders/schema.graphql'],
      { api: true, handlers: [], assembly: true, pages: false },
    ],
    [
      'a resolver',
      ['resolvers/catalog/Query.product.ts'],
      { api: true, handlers: [], assembly: true, pages: false },
    ],
    [
      'a new subgraph',
      ['subgraphs/polls/subgraph.ts'],
      { api: true, handlers: [], assembly: true, pages: false },
    ],
    [
      'a handler',
      ['subgraphs/orders/handler.ts'],
      { api: false, handlers: ['orders'], assembly: true, pages: false },
    ],
    [
      'its domain',
      ['subgraphs/orders/domain/total.ts'],
      { api: false, handlers: ['orders'], assembly: true, pages: false },
    ],
    [
      'the stacks',
      ['infra/stacks/gateway-stack.ts'],
      { api: false, handlers: [], assembly: true, pages: false },
    ],
    [
      'seed files',
      ['subgraphs/catalog/seed/products.json'],
      { api: false, handlers: [], assembly: true, pages: false },
    ],
    [
      'a document of a page',
      ['web/src/features/orders/orders.graphql'],
      { api: false, handlers: [], assembly: false, pages: true },
    ],
    [
      'a page and a handler',
      ['web/index.html', 'subgraphs/orders/handler.ts'],
      { api: false, handlers: ['orders'], assembly: true, pages: true },
    ],
    [
      'tests and texts',
      ['subgraphs/orders/domain/total.test.ts', 'infra/README.md', 'web/src/app/app.test.tsx'],
      { api: false, handlers: [], assembly: false, pages: false },
    ],
  ])('reads a change of %s', (_what, names, effects) => {
    expect(
      classifyChanges(
        names.map((name) => `/app/${name}`),
        context,
      ),
    ).toEqual(effects);
  });

  it('does not take a subgraph for another one whose name it begins with', () => {
    expect(classifyChanges(['/app/subgraphs/orders-archive/handler.ts'], context).handlers).toEqual([]);
  });
});
