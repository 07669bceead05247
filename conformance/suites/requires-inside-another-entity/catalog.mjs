const products = { a: { sku: 'a', weight: 10, name: 'Anvil' }, b: { sku: 'b', weight: 20, name: 'Bell' } };
export const entities = { Product: (list) => list.map(({ sku }) => products[sku]) };
