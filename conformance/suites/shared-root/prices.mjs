const product = (n) => ({
  id: String(n),
  price: { amount: n * 100, currency: 'EUR' },
  category: { id: 'c' + n, margin: n },
});
export const resolvers = { Query: { product: () => product(1), products: () => [product(1), product(2)] } };
