const names = new Map();
const item = (sku) => ({ sku, name: names.get(sku) ?? 'Item ' + sku, grams: Number(sku.slice(1)) * 100 });
export const resolvers = {
  Query: { item: ({ sku }) => item(sku) },
  Mutation: {
    rename: ({ sku, name }) => {
      if (name === '') names.delete(sku);
      else names.set(sku, name);
      return item(sku);
    },
  },
};
export const entities = { Item: async (list) => list.map(({ sku }) => item(sku)) };
