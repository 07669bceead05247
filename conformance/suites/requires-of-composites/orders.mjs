export const resolvers = {
  Query: {
    orders: () => [
      {
        id: '1',
        lines: [
          { product: { sku: 'a' }, count: 2 },
          { product: { sku: 'b' }, count: 1 },
        ],
      },
      { id: '2', lines: [] },
    ],
  },
};
export const entities = {
  Order: async (list) =>
    list.map(({ id }) => ({ id, lines: [{ product: { sku: 'a' }, count: Number(id) }] })),
  Product: async (list) => list,
};
