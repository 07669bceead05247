export const entities = {
  Product: (list) =>
    list.map(({ id }) => ({
      id,
      stock: { available: 3 },
      places: [{ available: 1 }, { available: 2 }],
      rating: { stars: 4 },
    })),
};
