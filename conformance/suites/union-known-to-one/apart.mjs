const book = (id) => ({ id, title: 'Book ' + id });
export const resolvers = {
  Query: {
    best: () => book('1'),
    list: () => [book('1'), book('2')],
    shelf: () => ({ id: 's', first: book('1') }),
  },
};
export const entities = {
  Book: async (list) => list.map(({ id }) => book(id)),
  Shelf: async (list) => list.map(({ id }) => ({ id, first: book('1') })),
};
