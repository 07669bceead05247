export const resolvers = {
  Query: { trips: () => ['1', '2', '3'].map((id) => ({ id, title: 'Trip ' + id })) },
};
export const entities = { Trip: async (list) => list.map(({ id }) => ({ id, title: 'Trip ' + id })) };
