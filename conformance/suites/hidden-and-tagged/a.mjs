export const resolvers = { Query: { users: () => [{ id: '1', token: 't1', name: 'One' }] } };
export const entities = {
  User: async (list) =>
    list.map(({ id, token }) => ({ id: id ?? token.slice(1), token: token ?? 't' + id, name: 'One' })),
};
