const product = (n) => ({ id: String(n), category: { id: 'c' + n, name: 'Category ' + n } });
export const resolvers = { Query: { product: () => product(1), products: () => [product(1), product(2)] } };
export const entities = { Product: async (list) => list.map(({ id }) => product(id)) };
