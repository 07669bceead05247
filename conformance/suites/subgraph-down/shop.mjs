import { byKeys } from '@tributary/subgraph';

const product = (id) => ({ id, name: `Product ${id}` });

export const resolvers = {
  Query: { products: () => ['1', '2'].map(product), product: ({ id }) => product(id) },
};
export const entities = { Product: byKeys({ id: async (ids) => ids.map(product) }) };
