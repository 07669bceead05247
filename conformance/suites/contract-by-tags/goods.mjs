const goods = [
  { ean: '11', lot: 'L1', name: 'Peas', kind: 'FROZEN', cost: 20 },
  { ean: '22', lot: 'L2', name: 'Pears', kind: 'FRESH', cost: 30 },
];
export const resolvers = {
  Query: {
    goods: ({ kind, margin }) =>
      margin == null ? goods.filter((one) => kind == null || one.kind === kind) : [],
  },
};
export const entities = {
  Good: async (list) =>
    list.map(({ ean, lot }) => goods.find((one) => one.ean === ean || one.lot === lot) ?? null),
};
