const stock = { p1: 5, p2: 50 };

export const resolvers = {
  Query: {
    lowStock: ({ threshold }) =>
      Object.keys(stock)
        .filter((id) => stock[id] < threshold)
        .map((id) => ({ id, stock: { available: stock[id] } })),
  },
  Product: {
    shippingEstimate: ({ country, express }, { weightGrams }) => {
      if (country === 'NO') throw new Error('Nothing is shipped to NO.');
      return country === 'XX'
        ? null
        : { amountMinor: weightGrams * (express ? 2 : 1), currency: country === 'US' ? 'USD' : 'EUR' };
    },
  },
};
export const entities = {
  Product: async (representations) =>
    representations.map(({ id, weightGrams }) => ({
      id,
      stock: { available: stock[id] ?? 0 },
      ...(weightGrams === undefined ? {} : { isHeavy: weightGrams > 150 }),
    })),
};
