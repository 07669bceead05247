const item = (id) => ({ id, stock: Number(id), shelf: { row: 7 } });
export const resolvers = { Query: { item: ({ id }) => (id === '0' ? null : item(id)) } };
export const entities = { Item: async (list) => list.map(({ id }) => item(id)) };
