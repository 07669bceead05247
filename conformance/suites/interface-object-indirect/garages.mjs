const garage = (id) => ({
  id,
  parked: [
    { plate: 'c' + id, garage: { id } },
    { plate: 't' + id, garage: { id } },
  ],
});
export const resolvers = { Query: { garage: ({ id }) => garage(id) } };
export const entities = {
  Garage: async (list) => list.map(({ id }) => garage(id)),
  Vehicle: async (list) => list.map(({ plate }) => ({ plate, garage: garage(plate.slice(1)) })),
};
