import { byKeys } from '@tributary/subgraph';

export const resolvers = {
  Query: { b: () => ({ id: '100', a: [{ id: '1', compositeId: { two: 'two-1', three: 'three-1' } }] }) },
};
export const entities = {
  A: async (list) =>
    list.map(({ id, nameInA, compositeId }) => ({ id, nameInB: ['b', nameInA, compositeId?.two].join(' ') })),
  B: byKeys({ id: async (ids) => ids.map((id) => ({ id, a: [] })) }),
};
