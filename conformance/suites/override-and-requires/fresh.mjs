export const resolvers = {
  Query: { newest: () => ({ id: '2', zone: { code: 22 } }), version: () => 2 },
  Device: { reading: ({ scale }, { id }) => Number(id) * 100 * scale },
};
export const entities = {
  Device: async (list) =>
    list.map(({ id, unit }) => ({
      id,
      zone: { code: Number(id) * 11 },
      ...(unit === undefined ? {} : { summary: id + ' in ' + unit }),
    })),
  Owner: async (list) => list.map(({ id }) => ({ id, name: 'Owner ' + id })),
};
