const book = (id) => ({ __typename: 'Book', id, title: 'Book ' + id, pages: 100 });
export const resolvers = {
  Query: {
    best: () => book('1'),
    list: () => [book('1'), book('2')],
    other: () => ({ __typename: 'Film', id: 'f', minutes: 90 }),
  },
};
export const entities = {
  Book: async (list) => list.map(({ id }) => book(id)),
  Film: async (list) => list.map(({ id }) => ({ id, minutes: 90 })),
  Shelf: async (list) => list.map(({ id }) => ({ id, first: book('1') })),
};
