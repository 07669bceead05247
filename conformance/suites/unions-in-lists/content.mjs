export const resolvers = { Query: { contentReady: () => true } };
export const entities = {
  Photo: async (list) =>
    list.map(({ id }) => ({ id, size: [Number(id), 10], owner: { name: 'Owner ' + id } })),
  Story: async (list) =>
    list.map(({ id }) => ({
      id,
      size: Number(id) * 100,
      owner: 'Writer ' + id,
      cover:
        id === '2'
          ? { __typename: 'Clip', seconds: 5 }
          : { __typename: 'Photo', id: '9', size: [9, 10], owner: { name: 'Owner 9' } },
    })),
  Sponsor: async (list) => list.map(({ name }) => ({ name, level: name.length })),
};
