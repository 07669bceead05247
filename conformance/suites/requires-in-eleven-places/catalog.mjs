export const entities = {
  Item: (list) => list.map(({ sku }) => ({ sku, weight: Number(sku.slice(-1)) + 1 })),
};
