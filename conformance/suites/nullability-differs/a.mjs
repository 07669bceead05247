export const resolvers = {
  Query: { users: () => [{ id: '1', name: 'One', address: { street: 'S1', zip: null } }] },
};
export const entities = {
  User: async (list) => list.map(({ id }) => ({ id, name: 'One', address: { street: 'S1', zip: null } })),
};
