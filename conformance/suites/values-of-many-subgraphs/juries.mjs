export const resolvers = { Query: { juriesReady: () => true } };
export const entities = { Jury: async (list) => list.map(({ id }) => ({ id, name: 'Jury ' + id })) };
