const log = (id) => ({
  lines: [{ __typename: 'Info', text: 'log of ' + id }, null, { __typename: 'Warning', code: 7 }],
});
export const resolvers = { Query: { latest: () => ({ id: 't5', log: log('t5') }) } };
export const entities = {
  Job: async (list) => list.map(({ id }) => ({ id, log: log(id) })),
  Worker: async (list) => list.map(({ name }) => ({ name, badge: name.length })),
};
