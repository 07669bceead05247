export const resolvers = { Query: { product: () => ({ id: '1' }) } };
export const entities = { Product: (list) => list };
