const orders = [
  {
    id: 'o1',
    lines: [
      { product: { sku: 'SKU-1', name: 'a name that orders does not own' }, quantity: 1 },
      { product: { sku: 'SKU-2' }, quantity: 2 },
    ],
    similar: [[{ sku: 'SKU-1' }, { sku: 'SKU-3' }], null, [], [null, { sku: 'SKU-2' }]],
  },
  { id: 'o2', lines: [{ product: { sku: 'SKU-2' }, quantity: 3 }], similar: null },
];

export const resolvers = { Query: { orders: () => orders } };
export const entities = {};
