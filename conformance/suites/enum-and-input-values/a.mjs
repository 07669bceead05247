export const resolvers = {
  Query: {
    kinds: ({ filter }) => ['NEW', 'OLD', 'USED'].slice(0, filter?.first ?? 3),
    usersA: ({ filter }) => [{ id: filter?.size ?? '1', kind: 'OLD' }],
  },
};
export const entities = { User: async (list) => list.map(({ id }) => ({ id, kind: 'OLD' })) };
