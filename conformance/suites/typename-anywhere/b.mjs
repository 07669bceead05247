export const resolvers = { Query: { b: () => 'b' } };
export const entities = {
  Oven: async (list) => list.map(({ id }) => ({ id, warranty: 9, maker: { name: 'M' } })),
};
