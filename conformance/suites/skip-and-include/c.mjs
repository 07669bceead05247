export const resolvers = { Query: { c: () => true } };
export const entities = {
  Product: async (list) =>
    list.map(({ id, isExpensive }) => ({
      id,
      neverCalledInclude: true,
      neverCalledSkip: true,
      include: isExpensive,
      detail: { text: 'd' },
    })),
};
