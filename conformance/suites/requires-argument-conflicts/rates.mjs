const hotel = (n) => ({
  id: String(n),
  name: 'Hotel ' + n,
  rooms: [{ number: n * 10 }, { number: n * 10 + 1 }],
});
export const resolvers = {
  Query: { hotels: () => [hotel(1), hotel(2)] },
  Hotel: { rate: ({ nights, season }, { id }) => Number(id) * nights * (season === 'HIGH' ? 3 : 1) },
  Room: { beds: ({ extra }, { number }) => (number % 10) + 1 + (extra ? 1 : 0) },
};
export const entities = { Hotel: async (list) => list.map(({ id }) => hotel(Number(id))) };
