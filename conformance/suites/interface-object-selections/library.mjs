const books = {
  1: { __typename: 'Book', id: '1', isbn: 'b1' },
  2: { __typename: 'Book', id: '2', isbn: 'b2', sequel: null },
};
books[1].sequel = books[2];
const film = { __typename: 'Film', id: '7' };
export const resolvers = { Query: { shelf: () => [books[1], books[2]], items: () => [books[1], film] } };
export const entities = {
  Book: (list) => list.map(({ id }) => books[id]),
  Film: (list) => list.map(({ id }) => ({ ...film, id })),
};
