export const resolvers = { Query: { alarms: () => 0 } };
export const entities = {
  Device: async (list) =>
    list.map(({ id, reading, zone, summary, owner }) => ({
      id,
      ...(reading === undefined ? {} : { alarm: reading + zone.code > 200 }),
      ...(summary === undefined ? {} : { notice: summary + ' of ' + owner.name }),
    })),
};
