const items = {
  a: { sku: 'a', weight: 10, brand: { name: 'Anvils' } },
  b: { sku: 'b', weight: 20, brand: { name: 'Bells' } },
};
export const entities = { Item: (list) => list.map(({ sku }) => items[sku]) };
