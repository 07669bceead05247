import { byKeys } from '@tributary/subgraph';

const product = (id) => ({
  id,
  name: 'Product ' + id,
  price: 10,
  category: { id: 'c1', name: 'Category c1' },
});
export const resolvers = { Query: { typesReady: () => true } };
export const entities = {
  Product: byKeys({ id: async (ids) => ids.map(product) }),
  Category: byKeys({
    id: async (ids) => ids.map((id) => ({ id, name: 'Category ' + id, products: ['p1', 'p2'].map(product) })),
  }),
};
