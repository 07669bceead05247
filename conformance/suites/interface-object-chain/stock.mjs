export const resolvers = { Query: { low: () => [{ sku: 'b9', stock: 1 }] } };
export const entities = {
  Product: async (list) => list.map(({ sku }) => ({ sku, stock: Number(sku.slice(1)) })),
};
