import { byKeys } from '@tributary/subgraph';

let packed = 0;
const parcel = (id) => ({
  id,
  box: { width: 1, height: 2, depth: Number(id) },
  items: [
    { sku: 'a', grams: 100, shelf: 'not asked for' },
    { sku: 'b', grams: 50 * Number(id) },
  ],
});

export const resolvers = {
  Query: { parcels: () => ['1', '2'].map(parcel), parcel: ({ id }) => (id === '0' ? null : parcel(id)) },
  Mutation: {
    pack: ({ id }) => ((packed += 1), { ...parcel(id), box: { width: packed, height: 1, depth: 1 } }),
  },
};
export const entities = { Parcel: byKeys({ id: async (ids) => ids.map(parcel) }) };
