const seller = { id: 's1', country: 'DE', number: 7, address: { city: 'Bonn' } };
export const entities = { Seller: (list) => list.map(() => seller) };
