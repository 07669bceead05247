import { byKeys } from '@tributary/subgraph';

const review = (n) => ({
  body: 'Review ' + n,
  author: { id: '1', name: 'as reviewed' },
  product: { upc: 'upc' + n },
});
export const resolvers = { Query: { reviews: () => [review(1), review(2)] } };
export const entities = {
  User: byKeys({ id: async (ids) => ids.map((id) => ({ id, reviews: [review(1)] })) }),
  Product: async (list) =>
    list.map(({ upc, weight }) => ({ upc, heavy: weight > 150, reviews: [review(Number(upc.slice(3)))] })),
};
