import { SubgraphError } from '@tributary/subgraph';

export const resolvers = {
  Query: {
    products: () => ['1', '2', '3'].map((id) => ({ id, name: `Product ${id}` })),
    broken: () => {
      throw new Error('the shop is on fire');
    },
    refused: () => {
      throw new SubgraphError('ShopClosed', 'come back tomorrow', { opensAt: '09:00' });
    },
  },
};
export const entities = {};
