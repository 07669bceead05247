export const entities = {
  Book: (list) =>
    list.map(({ id, rating }) => ({
      id,
      pages: 300,
      ...(rating === undefined ? {} : { label: 'rated ' + rating }),
    })),
  Film: (list) => list.map(({ id }) => ({ id, rating: 7, label: 'a film' })),
};
