const item = (id) => ({ id, label: 'Label ' + id, notes: [{ text: 'Note ' + id }] });
export const resolvers = { Query: { item: ({ id }) => (id === '0' ? null : item(id)) } };
export const entities = { Item: async (list) => list.map(({ id }) => item(id)) };
