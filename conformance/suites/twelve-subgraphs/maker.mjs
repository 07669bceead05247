export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, maker: 'maker ' + id, makerNote: 'noted' })),
};
