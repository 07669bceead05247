export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, origin: 'origin ' + id, originNote: 'noted' })),
};
