const play = (id) => ({
  id,
  title: 'Play ' + id,
  year: 1900 + Number(id),
  cast: [{ id: 'a' + id }],
  stage: { name: 'Stage ' + id, seats: Number(id) * 100 },
});
export const resolvers = { Query: { plays: () => [play('1'), play('2')] } };
export const entities = {
  Play: async (list) => list.map(({ id }) => play(id)),
  Actor: async (list) => list.map(({ id }) => ({ id })),
};
