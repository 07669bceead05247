const product = (n) => ({ id: String(n), name: { brand: 'Brand ' + n, model: 'M' + n } });
export const resolvers = { Query: { product: () => product(1), products: () => [product(1), product(2)] } };
