const viewer = {
  id: '1',
  media: { __typename: 'Book', title: 'A book', aTitle: 'a book' },
  book: { __typename: 'Book', title: 'A book', aTitle: 'a book' },
};
export const resolvers = { Query: { viewer: () => viewer } };
export const entities = { Viewer: async (list) => list.map(() => viewer) };
