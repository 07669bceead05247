export const resolvers = {
  Query: { carriers: () => ['slow', 'fast'] },
  Parcel: { postage: ({ express }, { grams, volume }) => (grams + volume) * (express ? 2 : 1) },
};
export const entities = {
  Parcel: async (representations) =>
    representations.map(({ id, grams }) => ({ id, label: `${id}: ${grams} g` })),
};
