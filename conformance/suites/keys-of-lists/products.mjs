const category = (id) => ({ id: 'c' + id, tag: 'tag ' + id });
export const resolvers = {
  Query: {
    bestProducts: () => ({
      products: [
        { id: '2', category: category('2') },
        { id: '1', category: category('1') },
      ],
    }),
  },
};
export const entities = {
  ProductList: async (list) =>
    list.map(({ products }) => ({ products: products.map(({ id }) => ({ id, category: category(id) })) })),
  Product: async (list) => list.map(({ id }) => ({ id, category: category(id) })),
  Category: async (list) => list.map(({ id }) => category(id.slice(1))),
};
