export const resolvers = { Query: { b: () => [{ token: 't7', age: 7, shown: { id: 's' } }] } };
export const entities = {
  User: async (list) => list.map(({ token }) => ({ token, age: Number(token.slice(1)), shown: { id: 'x' } })),
};
