export const resolvers = {
  Query: { freightReady: () => true },
  Item: { quote: ({ to }, { id }) => `${id} to ${to}` },
};
export const entities = {
  Item: async (list) =>
    list.map(({ id, size, weight, owner }) => ({
      id,
      depot: 'depot ' + id,
      ...(size === undefined
        ? {}
        : { box: size && 'box ' + size.width, tall: size && 'tall ' + size.height }),
      ...(weight === undefined ? {} : { fee: weight === null ? 'free' : 'fee ' + weight }),
      ...(owner === undefined ? {} : { label: owner && 'of ' + owner.name }),
    })),
  Owner: async (list) => list.map(({ id }) => ({ id, name: 'Owner ' + id })),
};
