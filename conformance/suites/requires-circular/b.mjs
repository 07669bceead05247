export const resolvers = { Query: { bFeed: () => [{ id: 'p2', kind: 'text' }] } };
export const entities = {
  Post: async (list) =>
    list.map(({ id, author, byExpert }) => ({
      id,
      kind: 'text',
      ...(author ? { byNovice: author.yearsOfExperience < 10 } : {}),
      ...(byExpert === undefined ? {} : { rank: byExpert ? 1 : 2 }),
    })),
};
