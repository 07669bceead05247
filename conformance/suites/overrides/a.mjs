const post = (n) => ({ __typename: 'Post', id: 'p' + n, createdAt: 'a ' + n, note: 'a note', score: n });
export const resolvers = { Query: { feed: () => [post(1), post(2)] } };
export const entities = {
  Post: async (list) =>
    list.map(({ id, title }) => ({ ...post(Number(id.slice(1))), full: title + ' by a' })),
};
