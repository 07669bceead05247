export const entities = {
  Item: (list) => list.map(({ id }) => ({ id, price: 'price ' + id, priceNote: 'noted' })),
};
