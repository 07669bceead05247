import { byKeys } from '@tributary/subgraph';

export const resolvers = { Query: { cReady: () => true } };
export const entities = {
  A: byKeys({
    id: async (ids) => ids.map((id) => ({ id, compositeId: { two: 'two-' + id, three: 'three-' + id } })),
  }),
};
