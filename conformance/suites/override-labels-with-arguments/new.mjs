const item = (id) => ({ id });
export const resolvers = {
  Query: { newItems: () => ['3'].map(item) },
  Item: {
    price: ({ currency }, { id }) => 'new ' + id + ' ' + currency,
    rank: () => -1,
    stock: ({ at = null }, { id, weight }) => 'new ' + id + ' of ' + weight + ' at ' + at,
    similar: ({ first }) => ['8', '9'].slice(0, first).map(item),
  },
};
export const entities = { Item: (list) => list.map(({ id }) => item(id)) };
