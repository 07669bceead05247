const play = (id) => ({
  id,
  title: 'Play ' + id + ', on the ticket',
  stage: { name: 'Stage ' + id + ', on the ticket' },
  cast: [
    {
      id: 'a' + id,
      name: 'Actor ' + id + ', on the ticket',
      agent: id === '1' ? null : { id: 'g' + id, name: 'Agent ' + id + ', on the ticket' },
    },
  ],
});
const ticket = (id) => ({
  row: Number(id) * 3,
  play: play(id),
  best: { id, title: 'Best ' + id },
  other: { id },
});
export const resolvers = {
  Query: { tickets: () => [ticket('1'), ticket('2')], resale: () => [ticket('2')] },
};
export const entities = {
  Play: async (list) => list.map(({ id }) => ({ id })),
  Actor: async (list) => list.map(({ id }) => ({ id })),
  Agent: async (list) => list.map(({ id }) => ({ id })),
};
