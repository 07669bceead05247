const values = new Map();
const counter = (id) => ({ id, value: values.get(id) ?? 0 });
const set = (id, value) => {
  values.set(id, value);
  return counter(id);
};
export const resolvers = {
  Query: { counter: ({ id }) => counter(id) },
  Mutation: {
    add: ({ id, by }) => set(id, counter(id).value + by),
    reset: ({ id }) => {
      if (id === 'locked') throw new Error('locked');
      return set(id, 0);
    },
  },
};
export const entities = { Counter: async (list) => list.map(({ id }) => counter(id)) };
