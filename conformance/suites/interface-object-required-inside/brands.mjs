const makers = { ace: { code: 'ace', country: 'NL' }, orb: { code: 'orb', country: null } };
const books = {
  b1: { isbn: 'b1', id: '1', maker: makers.ace, size: { width: 10, depth: 3 } },
  b2: { isbn: 'b2', id: '2', maker: makers.orb, size: null },
};
export const entities = {
  Book: (list) => list.map(({ isbn }) => books[isbn]),
  Maker: (list) => list.map(({ code }) => makers[code]),
};
