export const entities = {
  Order: (list) =>
    list.map(({ id, item }) => ({ id, ...(item === undefined ? {} : { postage: item.weight * 100 }) })),
};
