const episodes = ['Stars', 'Strings', 'Stones'].map((title, index) => ({
  id: String(index + 1),
  title,
  transcript: 'About ' + title,
}));
export const resolvers = {
  Query: {
    episodes: ({ first }) => episodes.slice(0, first),
    search: ({ filter }) => {
      const items = episodes.filter(
        ({ title }) =>
          title.startsWith(filter?.text ?? '') && (filter?.topic !== 'MUSIC' || title === 'Strings'),
      );
      return { items, total: items.length };
    },
  },
};
export const entities = { Episode: async (list) => list.map(({ id }) => episodes[Number(id) - 1] ?? null) };
