import { byKeys } from '@tributary/subgraph';

export const resolvers = { Query: { customer: ({ id }) => ({ id, name: `Customer ${id}` }) } };
export const entities = {
  Customer: byKeys({ id: async (ids) => ids.map((id) => ({ id, name: `Customer ${id}` })) }),
  Maker: byKeys({ code: async (codes) => codes.map((code) => ({ code, country: 'SE' })) }),
};
