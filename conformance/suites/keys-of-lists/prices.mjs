const price = ({ id, pid, category }) =>
  pid === 'p' + id && category.tag === 'tag ' + id ? { amount: Number(id) * 10 } : null;
export const resolvers = { Query: { pricesReady: () => true } };
export const entities = {
  ProductList: async (list) =>
    list.map(({ products, first }) => ({
      first,
      total: products.reduce((sum, product) => sum + price(product).amount, 0),
    })),
  Product: async (list) => list.map((product) => ({ price: price(product) })),
  Category: async (list) => list,
};
