export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, height: 'height ' + id, heightNote: 'noted' })),
};
