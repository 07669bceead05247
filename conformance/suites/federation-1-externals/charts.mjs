const rank = (isrc) => (isrc === 'i1' ? 7 : 3);
export const resolvers = {
  Query: {
    entries: () => [{ at: 1, label: { id: 'l2', name: 'Label 2 by charts', albums: [{ isrc: 'i2' }] } }],
  },
};
export const entities = {
  Album: async (list) =>
    list.map(({ isrc, title, label }) => ({
      isrc,
      rank: rank(isrc),
      ...(title === undefined ? {} : { line: title + ' at ' + rank(isrc) + ' of ' + label.id }),
    })),
  Label: async (list) => list.map(({ id }) => ({ id, albums: [{ isrc: 'i' + id.slice(1) }] })),
};
