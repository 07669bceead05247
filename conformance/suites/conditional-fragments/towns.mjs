const town = (zip) => ({
  zip,
  people: Number(zip.slice(1)) * 1000,
  mayor: { name: 'Mayor of ' + zip, town: { zip } },
});
export const resolvers = {
  Query: { townsReady: () => true },
  Club: { members: ({ year }, { id }) => Number(id) + year },
};
export const entities = {
  Town: async (list) => list.map(({ zip }) => town(zip)),
  Club: async (list) =>
    list.map(({ id, name }) => ({ id, ...(name === undefined ? {} : { motto: 'We are ' + name }) })),
};
