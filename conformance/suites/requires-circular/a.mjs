const post = (id) => ({ id, author: { yearsOfExperience: id === 'p1' ? 1 : 20, name: 'Author ' + id } });
export const resolvers = { Query: { feed: () => ['p1', 'p2'].map(post) } };
export const entities = {
  Post: async (list) =>
    list.map(({ id, byNovice }) => ({
      ...post(id),
      ...(byNovice === undefined ? {} : { byExpert: !byNovice }),
    })),
};
