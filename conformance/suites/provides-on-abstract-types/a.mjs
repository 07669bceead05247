const animals = [
  { __typename: 'Dog', id: 'd1', pet: { __typename: 'Cat', id: 'c2' } },
  { __typename: 'Cat', id: 'c1' },
];
export const resolvers = {
  Query: {
    media: () => [
      { __typename: 'Book', id: 'b1', animals },
      { __typename: 'Movie', id: 'm1' },
    ],
  },
};
export const entities = {
  Book: async (list) => list.map(({ id }) => ({ id, animals })),
  Dog: async (list) => list,
  Cat: async (list) => list,
  Movie: async (list) => list,
};
