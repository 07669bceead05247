const user = { id: 'u1', name: 'u1-name', address: { __typename: 'WorkAddress', id: 'w1', city: 'a-city' } };
export const resolvers = { Query: { a: () => user } };
export const entities = {
  User: async (list) => list.map(() => user),
  HomeAddress: async (list) => list.map(({ id }) => ({ id, city: 'home' })),
  WorkAddress: async (list) => list.map(({ id }) => ({ id, city: 'a-city' })),
};
