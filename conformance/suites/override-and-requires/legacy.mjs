const device = (id) => ({
  id,
  unit: 'K' + id,
  summary: 'by legacy',
  owner: { id: 'o' + id },
  zone: { code: 1 },
});
export const resolvers = {
  Query: { devices: () => [device('1'), device('2')], version: () => 1 },
  Device: { reading: () => 1 },
};
export const entities = {
  Device: async (list) => list.map(({ id }) => device(id)),
  Owner: async (list) => list.map(({ id }) => ({ id, name: 'by legacy' })),
};
