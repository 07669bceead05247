export const resolvers = { Query: { weatherReady: () => true } };
export const entities = {
  Stop: async () => {
    throw new Error('no weather today');
  },
};
