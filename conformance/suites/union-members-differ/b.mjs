export const resolvers = {
  Query: {
    bMedia: () => ({ __typename: 'Book', title: 'Ulysses' }),
    film: () => ({ __typename: 'Movie', title: 'Alien', minutes: 117 }),
  },
};
