export const resolvers = { Query: { m: () => true } };
export const entities = { Maker: async (list) => list.map(({ id }) => ({ id, zone: id === 'm-a' ? 1 : 2 })) };
