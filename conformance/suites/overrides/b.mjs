const post = (n) => ({
  __typename: 'Post',
  id: 'p' + n,
  createdAt: 'b ' + n,
  title: 'Title ' + n,
  score: -1,
  stars: n,
});
export const resolvers = {
  Query: {
    feed: () => [post(1), post(2)],
    bFeed: () => [post(3)],
    items: () => [post(4), { __typename: 'Image', id: 'i1', createdAt: 'b image' }],
  },
};
export const entities = {
  Post: async (list) => list.map(({ id }) => post(Number(id.slice(1)))),
  Image: async (list) => list,
};
