export const resolvers = { Query: { productFromA: ({ id }) => ({ id: id ?? '1', pid: 'p' + (id ?? '1') }) } };
export const entities = { Product: async (list) => list };
