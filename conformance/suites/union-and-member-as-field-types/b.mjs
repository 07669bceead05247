const viewer = {
  id: '1',
  media: { __typename: 'Book', title: 'A book', bTitle: 'b book' },
  book: { __typename: 'Book', title: 'A book', bTitle: 'b book' },
};
export const resolvers = { Query: { bViewer: () => viewer } };
export const entities = { Viewer: async (list) => list.map(() => viewer) };
