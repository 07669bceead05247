export const resolvers = { Query: { anotherUsers: () => [{ id: 'u3' }] } };
export const entities = {
  NodeWithName: async (list) =>
    list.map(({ id, name }) => ({ id, username: name === undefined ? undefined : '@' + name })),
};
