export const entities = {
  Basket: (list) =>
    list.map(({ id, sellers }) => ({
      id,
      best: sellers && Math.max(...sellers.map(({ rating }) => rating)),
    })),
  Offer: (list) =>
    list.map(({ id }) => ({
      id,
      batch: 3,
      seller: { id: 's1' },
    })),
};
