const orders = [1, 2].map((n) => ({ id: `o${n}`, total: n * 10 }));
export const resolvers = {
  Query: { orders: () => orders.map((order) => ({ ...order, customer: { id: 'c1', name: 'Ann' } })) },
};
export const entities = { Order: (list) => list.map(({ id }) => orders.find((order) => order.id === id)) };
