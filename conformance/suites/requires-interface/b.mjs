export const resolvers = { Query: { b: () => ({ id: 'u1' }) } };
export const entities = {
  User: async (list) =>
    list.map(({ id, name, address }) => ({
      id,
      ...(address === undefined
        ? {}
        : { city: address === null ? null : address.__typename + ' ' + address.city }),
      country: name === undefined ? undefined : 'country of ' + name,
    })),
  HomeAddress: async (list) => list.map(({ id }) => ({ id, street: 'street of ' + id })),
  WorkAddress: async (list) => list.map(({ id }) => ({ id, street: 'street of ' + id })),
  SecondAddress: async (list) => list,
};
