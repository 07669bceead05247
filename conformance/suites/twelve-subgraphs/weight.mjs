export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, weight: 'weight ' + id, weightNote: 'noted' })),
};
