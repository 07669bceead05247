const agent = (id) => ({ id, name: 'Agent ' + id.slice(1), fee: Number(id.slice(1)) * 7 });
export const resolvers = { Query: { people: () => 2 } };
export const entities = {
  Actor: async (list) =>
    list.map(({ id }) => ({
      id,
      name: 'Actor ' + id.slice(1),
      age: 30 + Number(id.slice(1)),
      agent: id === 'a1' ? null : agent('g' + id.slice(1)),
    })),
  Agent: async (list) => list.map(({ id }) => agent(id)),
};
