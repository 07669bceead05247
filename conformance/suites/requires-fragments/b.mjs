const text = (value) => JSON.stringify(value, Object.keys(Object.assign({}, ...[value].flat())).sort());
export const resolvers = { Query: { b: () => ({ id: '2' }), bb: () => ({ id: '3' }) } };
export const entities = {
  Entity: async (list) =>
    list.map(({ id, data, things }) => ({
      id,
      ...(things === undefined ? { requirer: text(data) } : { requirer2: text(data) + things.map(text) }),
    })),
};
