export const resolvers = {
  Query: { b: () => true },
  Mutation: { remove: ({ requestId }) => 'removed ' + requestId },
};
export const entities = {
  Product: async (list) => list.map(({ id, price }) => ({ id, isExpensive: price > 100, isAvailable: true })),
};
