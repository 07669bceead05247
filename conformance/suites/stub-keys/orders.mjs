import { byKeys } from '@tributary/subgraph';

export const resolvers = {
  Query: {
    orders: () => [
      { id: 'o1', buyer: { id: 'u1' } },
      { id: 'o2', buyer: { id: 'u2' } },
    ],
  },
};
export const entities = {
  Order: byKeys({ id: async (ids) => ids.map((id) => ({ id, buyer: { id: id.replace('o', 'u') } })) }),
};
