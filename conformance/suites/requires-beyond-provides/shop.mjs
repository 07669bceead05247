const orders = { 1: { city: 'Bonn', cities: ['Ulm', 'Kiel'] }, 2: { city: 'Ulm', cities: [] } };
export const resolvers = {
  Query: {
    orders: () =>
      Object.entries(orders).map(([id, { city, cities }]) => ({
        id,
        address: { city },
        stops: cities.map((name) => ({ city: name })),
      })),
  },
  Order: { label: ({ prefix }, { address }) => `${prefix ?? '-'} ${address.zip} ${address.country}` },
};
export const entities = {
  Order: (list) =>
    list.map(({ id, address, stops }) => ({
      id,
      ...(address === undefined ? {} : { zone: `zone ${address.zip}` }),
      ...(stops === undefined ? {} : { route: stops.map(({ zip }) => zip).join(' > ') }),
    })),
};
