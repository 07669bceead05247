export const resolvers = { Query: { books: () => [{ upc: 'b1' }, { upc: null }, null, { upc: 'b3' }] } };
export const entities = { Book: async (list) => list.map(({ upc }) => ({ upc })) };
