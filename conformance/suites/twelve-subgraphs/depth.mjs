export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, depth: 'depth ' + id, depthNote: 'noted' })),
};
