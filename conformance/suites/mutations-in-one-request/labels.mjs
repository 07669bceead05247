const labels = new Map();
const counter = (id) => ({ id, label: labels.get(id) ?? 'Counter ' + id, twin: { id: id + "'" } });
export const resolvers = {
  Query: { labels: () => [...labels.values()] },
  Mutation: {
    relabel: ({ id, label }) => {
      labels.set(id, label);
      return counter(id);
    },
  },
};
export const entities = { Counter: async (list) => list.map(({ id }) => counter(id)) };
