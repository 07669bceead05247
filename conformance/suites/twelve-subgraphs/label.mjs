export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, label: 'label ' + id, labelNote: 'noted' })),
};
