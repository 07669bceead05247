export const resolvers = { Query: { p: () => 'p' }, User: { posts: () => ['a'] } };
export const entities = {
  User: async (list) => list.map(({ id }) => ({ id, score: 1, drafts: [{ text: 't' }] })),
};
