const item = (row) => ({
  __typename: 'Item',
  id: 'i' + row,
  row,
  name: 'Item ' + row,
  raw: 'raw ' + row,
  state: 'GOOD',
});
export const resolvers = {
  Query: {
    items: ({ first, debug, by }) =>
      [1, 2, 3].slice(0, first).map((row) => ({
        ...item(row),
        name: 'Item ' + row + (debug === false ? ' silent' : '') + (by ? ' of ' + by.secret : ''),
      })),
    any: () => [{ __typename: 'Box', name: 'Box', raw: 'raw box', items: [item(3)] }, null, item(1)],
  },
};
export const entities = { Item: async (list) => list.map(({ id, row }) => item(row ?? Number(id.slice(1)))) };
