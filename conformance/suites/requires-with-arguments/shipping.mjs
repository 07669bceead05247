export const resolvers = {
  Query: { s: () => true },
  Product: { label: ({ prefix }, { price }) => prefix + price },
};
export const entities = {
  Product: async (list) =>
    list.map(({ upc, price }) => ({
      upc,
      weight: 5,
      ...(price === undefined ? {} : { shipping: price / 10, cheap: price < 150 }),
    })),
};
