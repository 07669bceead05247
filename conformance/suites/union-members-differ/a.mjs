export const resolvers = {
  Query: {
    media: () => ({ __typename: 'Book', title: 'The Lord of the Rings' }),
    book: () => ({ __typename: 'Book', title: 'Emma' }),
    song: () => ({ __typename: 'Song', title: 'Yellow' }),
    viewer: () => ({ media: { __typename: 'Song', title: 'Help' }, book: { title: 'Emma' } }),
  },
};
