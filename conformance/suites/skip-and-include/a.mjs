export const resolvers = { Query: { product: () => ({ id: 'p1', price: 699 }) } };
export const entities = { Product: async (list) => list.map(({ id }) => ({ id, price: 699 })) };
