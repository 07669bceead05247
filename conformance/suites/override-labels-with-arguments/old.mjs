const item = (id) => ({ id, weight: Number(id) * 10 });
export const resolvers = {
  Query: { items: () => ['1', '2'].map(item) },
  Item: {
    price: ({ currency }, { id }) => 'old ' + id + ' ' + currency,
    rank: ({ of }, { id }) => of * 100 + Number(id),
    stock: ({ at }, { id }) => 'old ' + id + ' at ' + at,
    similar: ({ first }) => ['4', '5'].slice(0, first).map(item),
  },
};
export const entities = { Item: (list) => list.map(({ id }) => item(id)) };
