export const resolvers = {
  Query: { clubs: () => ['1', '2'].map((id) => ({ id, name: 'Club ' + id, town: { zip: 'z' + id } })) },
  Mutation: { ping: ({ n }) => n },
};
export const entities = {
  Club: async (list) => list.map(({ id }) => ({ id, name: 'Club ' + id, town: { zip: 'z' + id } })),
  Town: async (list) => list,
};
