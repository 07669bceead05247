import { byKeys } from '@tributary/subgraph';

export const resolvers = {
  Query: { version: () => 'one' },
  Product: { discount: ({ percent }, { secret }) => (secret.startsWith('hidden') ? percent : -1) },
};
export const entities = { Product: byKeys({ id: async (ids) => ids.map((id) => ({ id, price: -1 })) }) };
