import { byKeys } from '@tributary/subgraph';

const maker = { id: 'm1', name: 'Maker 1', country: 'SE' };
const product = (id) => ({
  id,
  name: `catalog ${id}`,
  size: { width: Number(id) * 10, unit: 'MM' },
  price: Number(id) * 100,
  secret: `hidden ${id}`,
  maker,
});

export const resolvers = { Query: { products: () => ['1', '2'].map(product), version: () => 'one' } };
export const entities = {
  Product: byKeys({ id: async (ids) => ids.map(product) }),
  Maker: byKeys({ id: async (ids) => ids.map(() => maker) }),
};
