import { byKeys } from '@tributary/subgraph';

const other = (id) => (id === '1' ? '2' : '1');
const same = (id, depth = 3) => ({
  id: other(id),
  samePriceProduct: depth === 0 ? null : same(other(id), depth - 1),
});
export const resolvers = {
  Query: { product: () => ({ __typename: 'Book', id: '1', samePriceProduct: same('1') }) },
};
export const entities = {
  Book: byKeys({ id: async (ids) => ids.map((id) => ({ id, samePriceProduct: same(id) })) }),
};
