const product = (n) => ({ upc: 'u' + n, name: 'Product ' + n });
export const resolvers = {
  Query: { products: () => [1, 2].map(product) },
  Product: {
    price: ({ currency, withDiscount }, { upc }) =>
      Number(upc.slice(1)) * (currency === 'EUR' ? 100 : 110) - (withDiscount ? 10 : 0),
  },
};
export const entities = { Product: async (list) => list.map(({ upc }) => product(upc.slice(1))) };
