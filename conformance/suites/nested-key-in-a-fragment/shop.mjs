const seller = { id: 's1', country: 'DE', number: 7, rating: 4.5 };
export const resolvers = { Query: { offer: ({ id }) => ({ id }), basket: () => ({ id: '1' }) } };
export const entities = { Seller: (list) => list.map(() => seller) };
