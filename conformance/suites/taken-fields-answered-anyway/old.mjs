// It has lost weights and brands, and goes on answering them.
const items = {
  a: { sku: 'a', weight: -1, brand: { name: 'of old' } },
  b: { sku: 'b', weight: -2, brand: null },
};
const orders = [
  { id: '1', item: items.a },
  { id: '2', item: items.b },
];
export const resolvers = { Query: { orders: () => orders } };
export const entities = {
  Order: (list) => list.map(({ id }) => orders.find((order) => order.id === id)),
  Item: (list) => list.map(({ sku }) => items[sku]),
};
