export const resolvers = {
  Query: {
    returned: ({ sort }) =>
      (sort === 'OLDEST' ? ['o1', 'o9'] : ['o9', 'o1']).map((id) => ({
        id,
        status: 'RETURNED',
        was: ['PAID', 'RETURNED'],
      })),
    statuses: () => [['LOST', null], null, ['PAID']],
  },
  Order: { fits: ({ size }, { id }) => (id === 'o1') === (size === 'SMALL') },
};
export const entities = {
  Order: async (list) => list.map(({ id }) => ({ id, status: 'LOST', was: id === 'o1' ? [] : ['LOST'] })),
};
