export const resolvers = {
  Query: { bookingsReady: () => true },
  Hotel: { offer: ({ percent }, { rate }) => (rate * percent) / 100 },
};
export const entities = {
  Hotel: async (list) =>
    list.map(({ id, rate }) => ({
      id,
      ...(rate === undefined ? {} : { total: rate + 1000, weekend: rate + 2000 }),
    })),
};
