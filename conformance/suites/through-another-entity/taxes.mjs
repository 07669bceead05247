export const resolvers = { Query: { taxesReady: () => true } };
export const entities = {
  Person: async (list) =>
    list.map(({ ssn, home }) => ({ ssn, bracket: Number(ssn.slice(1)), local: home ? home.tax + 1 : -1 })),
  Address: async (list) => list,
};
