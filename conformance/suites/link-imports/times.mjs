export const resolvers = { Query: { shortest: () => ({ id: 'b' }) } };
export const entities = {
  Trail: async (list) =>
    list.map(({ id, meters }) => ({ id, ...(meters === undefined ? {} : { minutes: meters / 20 }) })),
};
