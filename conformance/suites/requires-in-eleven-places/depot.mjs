export const resolvers = { Query: { crate: () => ({ id: '1' }) } };
