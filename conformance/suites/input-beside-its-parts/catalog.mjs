const names = { a: 'Anvil', b: 'Bell' };
export const entities = { Item: (list) => list.map(({ sku }) => ({ sku, name: names[sku] })) };
