export const resolvers = {
  Query: { signs: () => [{ post: 1, trail: { id: 'a', name: 'Ridge, on the sign', color: 'red' } }] },
};
export const entities = {
  Trail: async (list) => list.map(({ id }) => ({ id, color: id === 'a' ? 'red' : 'blue' })),
};
