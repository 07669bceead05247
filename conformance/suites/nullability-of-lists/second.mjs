const board = (id) => ({
  id,
  cells: [{ x: null }, null],
  grid: [[{ x: null }, null], null, []],
  owner: null,
  tags: id === '8' ? null : [null, 'two'],
  note: 'note ' + id,
});
export const resolvers = { Query: { empty: () => [board('8'), null, board('9')] } };
export const entities = {
  Board: async (list) => list.map(({ id }) => board(id)),
  User: async (list) => list.map(({ id }) => ({ id, nick: 'Nick ' + id })),
};
