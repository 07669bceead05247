export const entities = {
  Product: (list) => list.map(({ id, rating }) => ({ id, badge: rating && '*'.repeat(rating.stars) })),
};
