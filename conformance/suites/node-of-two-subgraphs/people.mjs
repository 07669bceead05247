const person = (id) => ({ __typename: 'Person', id, name: 'Person ' + id });
const room = (id) => ({ __typename: 'Room', id, host: person('p' + id.slice(1)) });
export const resolvers = {
  Query: {
    node: ({ id }) => (id.startsWith('p') ? person(id) : id.startsWith('r') ? room(id) : null),
    self: () => person('p1'),
  },
};
export const entities = {
  Person: async (list) => list.map(({ id }) => person(id)),
  Room: async (list) => list.map(({ id }) => room(id)),
};
