export const resolvers = { Query: { c: () => true } };
export const entities = { Room: async (list) => list.map(({ id, rent }) => ({ id, tax: rent / 4 })) };
