export const resolvers = {
  Query: {
    topProducts: () => ({
      products: [
        { id: '1', pid: 'p1' },
        { id: '2', pid: 'p2' },
      ],
      first: { id: '1', pid: 'p1' },
    }),
  },
};
export const entities = {
  ProductList: async (list) => list.map(({ products }) => ({ products, first: products[0] })),
  Product: async (list) => list,
};
