const kilometers = { 1: 10, 2: 25 };
export const resolvers = {
  Order: { distance: ({ unit }, { id }) => kilometers[id] * (unit === 'km' ? 1 : 1000) },
};
export const entities = { Order: (list) => list.map(({ id }) => ({ id })) };
