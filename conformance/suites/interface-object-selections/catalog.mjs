const all = {
  b1: { __typename: 'Book', id: '1', isbn: 'b1', title: 'One' },
  b2: { __typename: 'Book', id: '2', isbn: 'b2', title: 'Two' },
  f1: { __typename: 'Film', id: '7', isbn: 'f1', minutes: 90 },
};
const find = ({ id, isbn }) =>
  isbn === undefined ? Object.values(all).find((one) => one.id === id) : all[isbn];
export const entities = {
  Media: (list) => list.map(find),
  Book: (list) => list.map(find),
  Film: (list) => list.map(find),
};
