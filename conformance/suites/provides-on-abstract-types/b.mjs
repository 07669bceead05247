export const resolvers = {
  Query: {
    book: () => ({
      id: 'b2',
      animals: [
        { __typename: 'Dog', id: 'd1', name: 'provided dog' },
        { __typename: 'Cat', id: 'c1', name: 'provided cat', age: 3 },
      ],
    }),
    pets: () => [
      { __typename: 'Dog', id: 'd3', name: 'provided pet' },
      { __typename: 'Cat', id: 'c3' },
    ],
  },
};
export const entities = { Book: async (list) => list };
