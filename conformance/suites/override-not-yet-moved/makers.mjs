const makers = [{ id: 'm', name: 'Mill' }];
export const entities = {
  Maker: (list) => list.map((one) => makers.find(({ id, name }) => id === one.id || name === one.name)),
};
