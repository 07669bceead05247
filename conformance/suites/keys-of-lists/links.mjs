export const resolvers = { Query: { linksReady: () => true } };
export const entities = { Product: async (list) => list.map(({ id }) => ({ id, pid: 'p' + id })) };
