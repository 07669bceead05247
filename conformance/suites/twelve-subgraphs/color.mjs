export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, color: 'color ' + id, colorNote: 'noted' })),
};
