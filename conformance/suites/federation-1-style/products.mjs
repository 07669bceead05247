import { byKeys } from '@tributary/subgraph';

const product = (upc) => ({
  upc,
  weight: upc === 'upc2' ? 200 : 100,
  name: 'Product ' + upc,
  maker: { id: 'm1', country: { code: 'SE' } },
});
export const resolvers = { Query: { products: () => ['upc1', 'upc2'].map(product) } };
export const entities = {
  Product: byKeys({ upc: async (list) => list.map(product) }),
  Maker: byKeys({ id: async (ids) => ids.map((id) => ({ id, country: { code: 'SE' } })) }),
};
