const at = (id) => ({ id, x: Number(id.slice(1)) * 10 });
export const resolvers = {
  Query: { grid: () => [[at('c1'), null, at('s2')], [], [at('s2'), at('c4')]] },
  Shape: {
    rows: ({ width }, { id }) => [
      Array.from({ length: width }, (_, index) => at('s' + (index + 1))),
      [at(id)],
    ],
  },
};
export const entities = { Shape: async (list) => list.map(({ id }) => at(id)) };
