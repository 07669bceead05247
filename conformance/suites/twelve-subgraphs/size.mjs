export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, size: 'size ' + id, sizeNote: 'noted' })),
};
