import { byKeys } from '@tributary/subgraph';

let sum = 0;
const products = {};
export const resolvers = {
  Query: { product: ({ id }) => products[id] ?? null },
  Mutation: {
    addProduct: ({ input }) => (products['p-' + input.name] = { id: 'p-' + input.name, ...input }),
    multiply: ({ by, requestId }) => {
      products[requestId] = (products[requestId] ?? 2) * by;
      return products[requestId];
    },
  },
};
export const entities = { Product: byKeys({ id: async (ids) => ids.map((id) => products[id] ?? null) }) };
