const customer = { id: 'c1', name: 'Ann', city: 'Bonn' };
export const resolvers = { Query: { orders: () => [1, 2].map((n) => ({ id: `o${n}`, customer })) } };
export const entities = {
  Order: (list) => list.map(({ id }) => ({ id, customer })),
  Customer: (list) => list.map(() => customer),
};
