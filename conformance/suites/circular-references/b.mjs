import { byKeys } from '@tributary/subgraph';

const book = (id) => ({ id, price: Number(id) + 0.5, parts: [{ name: 'r' + id, parts: null, book: null }] });
const parts = (id) => [
  { name: 'p' + id, parts: [{ name: 'q' + id, parts: null, book: book(id) }], book: null },
];
export const resolvers = { Query: { partsReady: () => true } };
export const entities = {
  Book: byKeys({ id: async (ids) => ids.map((id) => ({ id, price: Number(id) + 0.5, parts: parts(id) })) }),
};
