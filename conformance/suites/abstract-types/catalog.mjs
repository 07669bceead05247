import { byKeys } from '@tributary/subgraph';

const products = {
  p1: { __typename: 'Product', id: 'p1', name: 'Lamp', maker: { code: 'm1' } },
  p2: { __typename: 'Product', id: 'p2', name: 'Desk', maker: null },
};

export const resolvers = {
  Query: { named: () => [products.p1, { __typename: 'Service', name: 'Repair', hours: 8 }, products.p2] },
};
export const entities = {
  Product: byKeys({ id: async (ids) => ids.map((id) => products[id] ?? null) }),
  Maker: byKeys({ code: async (codes) => codes.map((code) => ({ code })) }),
};
