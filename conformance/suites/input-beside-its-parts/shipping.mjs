const items = { 1: 'a', 2: 'b' };
// Whatever it is asked for, its answer has all that it can say of an order.
export const entities = {
  Order: (list) =>
    list.map(({ id, distance }) => ({
      id,
      item: { sku: items[id] },
      ...(distance === undefined ? {} : { charge: distance * 2 }),
    })),
};
