const all = {
  b1: { __typename: 'Book', isbn: 'b1', id: '1', maker: { code: 'ace' }, size: { width: 10 } },
  b2: { __typename: 'Book', isbn: 'b2', id: '2', maker: { code: 'orb' }, size: null },
  f1: { __typename: 'Film', isbn: 'f1', minutes: 90 },
};
const find = ({ isbn, id }) =>
  isbn === undefined ? Object.values(all).find((one) => one.id === id) : all[isbn];
export const entities = {
  Media: (list) => list.map(find),
  Book: (list) => list.map(find),
  Film: (list) => list.map(find),
  Maker: (list) => list.map(({ code }) => ({ code })),
};
