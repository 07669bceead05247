export const resolvers = {
  Query: { usersB: ({ filter }) => [{ id: String(filter?.first ?? 9) }] },
  User: { posts: ({ filter }, { id }) => [id + ' ' + JSON.stringify(filter ?? null)] },
};
export const entities = { User: async (list) => list };
