const albums = [1, 2].map((n) => ({
  isrc: 'i' + n,
  slug: 's' + n,
  title: 'Album ' + n,
  cover: { url: 'a' + n, width: n * 10 },
  label: { id: 'l' + n, name: 'Label ' + n },
}));
export const resolvers = { Query: { albums: () => albums } };
export const entities = {
  Album: async (list) =>
    list.map(({ isrc, slug }) => albums.find((one) => one.isrc === isrc || one.slug === slug) ?? null),
  Label: async (list) => list.map(({ id }) => ({ id, name: 'Label ' + id.slice(1) })),
};
