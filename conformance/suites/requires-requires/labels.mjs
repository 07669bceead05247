export const resolvers = {
  Query: { labelsReady: () => true },
  Loaf: { tag: ({ prefix }, { discount, burnt }) => prefix + discount + burnt },
};
export const entities = {
  Loaf: async (list) =>
    list.map(({ id, price, minutes }) => ({
      id,
      ...(price === undefined ? {} : { text: price + ' for ' + minutes }),
    })),
};
