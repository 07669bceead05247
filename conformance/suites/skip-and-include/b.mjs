export const resolvers = { Query: { b: () => true } };
export const entities = {
  Product: async (list) => list.map(({ id, price }) => ({ id, isExpensive: price > 500 })),
};
