const owners = { 1: { id: 'ann' }, 2: null, 3: { id: 'bob' } };
export const resolvers = { Query: { items: () => ['1', '2', '3'].map((id) => ({ id, owner: owners[id] })) } };
export const entities = {
  Item: async (list) => list.map(({ id }) => ({ id, owner: owners[id] })),
  Owner: async (list) => list,
};
