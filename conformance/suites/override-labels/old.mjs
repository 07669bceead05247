const post = (id) => ({
  id,
  createdAt: 'old ' + id,
  title: 'old title',
  author: { name: 'old author' },
  likes: 1,
  shares: 3,
});
export const resolvers = { Query: { feed: () => ['1', '2'].map(post), count: () => 1, legacy: () => 'old' } };
export const entities = { Post: async (list) => list.map(({ id }) => post(id)) };
