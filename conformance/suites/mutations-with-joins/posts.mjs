export const resolvers = {
  Query: { postsReady: () => true },
  Item: { postage: ({ express }, { grams }) => (grams / 100) * (express ? 3 : 1) },
};
