const bonn = { city: 'Bonn', zip: '53', country: 'DE' };
const ulm = { city: 'Ulm', zip: '89', country: 'DE' };
const kiel = { city: 'Kiel', zip: '24', country: 'DE' };
const orders = {
  1: { id: '1', address: bonn, stops: [ulm, kiel] },
  2: { id: '2', address: ulm, stops: [] },
};
export const entities = { Order: (list) => list.map(({ id }) => orders[id]) };
