const user = (id) => ({ id, name: 'User ' + id });
export const resolvers = {
  Query: {
    user: ({ id }) => user(id),
    users: ({ first }) => ({
      edges: ['1', '2', '3'].slice(0, first).map((id) => ({ cursor: 'c' + id, node: user(id) })),
      info: { hasNext: first < 3 },
    }),
  },
};
export const entities = { User: async (list) => list.map(({ id }) => user(id)) };
