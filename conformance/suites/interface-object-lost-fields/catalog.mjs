// It has lost prices of films and does not have those of discs; it does not know when the maker was founded.
const maker = { name: 'Ace', founded: null };
const all = {
  b: { __typename: 'Book', id: 'b', price: 10, maker },
  f: { __typename: 'Film', id: 'f', price: null, maker },
  d: { __typename: 'Disc', id: 'd', price: null, maker: null },
  g: { __typename: 'Game', id: 'g', maker },
};
const find = ({ id, players }) => ({ ...all[id], ...(players === undefined ? {} : { price: players * 10 }) });
export const entities = {
  Media: (list) => list.map(({ id }) => all[id]),
  Book: (list) => list.map(find),
  Film: (list) => list.map(find),
  Disc: (list) => list.map(find),
  Game: (list) => list.map(find),
};
