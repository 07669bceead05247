const orders = [
  { id: 'o1', status: 'OPEN', size: 'SMALL' },
  { id: 'o2', status: 'PAID', size: 'LARGE' },
];
export const resolvers = {
  Query: {
    orders: ({ sort, size }) => {
      const found = orders.filter((one) => size == null || one.size === size);
      return sort === 'NEWEST' ? [...found].reverse() : found;
    },
  },
};
export const entities = {
  Order: async (list) => list.map(({ id }) => orders.find((one) => one.id === id) ?? null),
};
