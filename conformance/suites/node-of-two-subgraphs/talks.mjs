const room = (id) => ({ __typename: 'Room', id, topic: 'Topic ' + id, guests: [{ id: 'p7' }, { id: 'p8' }] });
const person = (id) => ({
  __typename: 'Person',
  id,
  rooms: [{ id: 'r' + id.slice(1), topic: 'Topic r' + id.slice(1) }],
});
export const resolvers = { Query: { room: () => room('r5'), talks: () => [person('p3'), null, room('r4')] } };
export const entities = {
  Room: async (list) => list.map(({ id }) => room(id)),
  Person: async (list) => list.map(({ id }) => person(id)),
};
