export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, rating: 'rating ' + id, ratingNote: 'noted' })),
};
