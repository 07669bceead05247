const find = (id) =>
  id.startsWith('l')
    ? { __typename: 'Lion', id, age: 4 }
    : { __typename: 'Parrot', id, age: 40, words: ['hi', id] };
export const resolvers = {
  Query: {
    animal: ({ id }) => find(id),
    keepers: () => [
      { name: 'Kim', cares: ['l1', 'p1'].map(find), favorite: find('p2') },
      { name: 'Lee', cares: [], favorite: null },
    ],
  },
};
export const entities = {
  Lion: async (list) => list.map(({ id }) => find(id)),
  Parrot: async (list) => list.map(({ id }) => find(id)),
};
