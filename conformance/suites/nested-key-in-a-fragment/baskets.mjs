export const entities = {
  Basket: (list) => list.map(({ id }) => ({ id, sellers: [{ country: 'DE', number: 7 }] })),
};
