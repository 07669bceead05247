export const resolvers = {
  Query: { cheapest: () => ({ lot: 'L1' }) },
  Good: { price: ({ discount }, { cost }) => cost * 3 - discount },
};
export const entities = {
  Good: async (list) =>
    list.map(({ lot, cost }) => ({ lot, ...(cost === undefined ? {} : { bargain: cost < 25 }) })),
};
