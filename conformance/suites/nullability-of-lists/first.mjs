const board = (id) => ({ id, cells: [{ x: 1 }], grid: [[{ x: 2 }]], owner: { id: 'u' + id }, tags: ['one'] });
export const resolvers = { Query: { boards: () => [board('1')] } };
export const entities = {
  Board: async (list) => list.map(({ id }) => board(id)),
  User: async (list) => list,
};
