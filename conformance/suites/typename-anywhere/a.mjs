export const resolvers = {
  Query: {
    union: () => ({ __typename: 'Oven', id: '1' }),
    interface: () => ({ __typename: 'Toaster', id: '2', warranty: 2 }),
    plain: () => ({ id: '3' }),
    nested: () => ({ inner: { deep: { __typename: 'Oven', id: '4' } } }),
  },
};
export const entities = {
  Oven: async (list) => list,
  Toaster: async (list) => list.map(({ id }) => ({ id, warranty: 2 })),
};
