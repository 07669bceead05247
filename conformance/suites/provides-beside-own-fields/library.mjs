const title = (id) => 'Book ' + id + ', on the shelf';
export const resolvers = {
  Query: {
    shelves: () => [
      { id: 's1', books: [{ id: '1', title: title('1') }, null] },
      { id: 's2', books: [{ id: '2', title: title('2') }] },
    ],
  },
};
export const entities = {
  Shelf: (list) => list.map(({ id }) => ({ id })),
  Book: (list) => list.map(({ id }) => ({ id, pages: Number(id) * 100 })),
};
