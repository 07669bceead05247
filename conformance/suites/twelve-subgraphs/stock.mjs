export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, stock: 'stock ' + id, stockNote: 'noted' })),
};
