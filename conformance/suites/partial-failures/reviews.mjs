export const resolvers = {
  Query: { reviewCount: () => 12 },
  Product: {
    latest: ({ limit }, { id }) => {
      if (id === '2') throw new Error('no reviews today');
      return Array.from({ length: limit }, (_, index) => `review ${index} of ${id}`);
    },
  },
};
export const entities = {
  // Product 3 has no reviews at all: a missing entity.
  Product: async (representations) =>
    representations.map(({ id }) => (id === '3' ? null : { id, stars: 4.5, summary: `fine ${id}` })),
};
