export const resolvers = { Query: { hottest: () => ({ id: '2' }) } };
export const entities = {
  Loaf: async (list) =>
    list.map(({ id, grams, price }) => ({
      id,
      ...(grams === undefined ? {} : { minutes: grams / 10 }),
      ...(price === undefined ? {} : { burnt: price > 200 }),
    })),
};
