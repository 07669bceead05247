import { findItem, similarTo } from './items.mjs';

const withoutId = ({ maker, model }) => ({ maker, model });

export const resolvers = {
  Item: { similar: ({ first }, item) => similarTo(item, first).map(withoutId) },
};
export const entities = {
  Item: (list) => list.map((one) => withoutId(findItem(one))),
  Order: (list) => list.map((one) => ({ ...one, item: { maker: 'Bolt', model: 2 } })),
};
