export const resolvers = {
  Query: {
    loans: () => [
      { days: 3, item: { code: 'p1' } },
      { days: 9, item: { code: 't2' } },
    ],
    lent: () => ({ code: 't3' }),
  },
};
