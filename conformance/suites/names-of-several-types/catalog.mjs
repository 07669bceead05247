const shelf = [
  { __typename: 'Book', id: 'b' },
  { __typename: 'Film', id: 'f' },
];
export const resolvers = { Query: { shelf: () => shelf } };
export const entities = {
  Book: (list) =>
    list.map(({ id, pages }) => ({ id, ...(pages === undefined ? {} : { rating: pages + 1 }) })),
  Film: (list) => list.map(({ id }) => ({ id })),
};
