const cell = (x, y) => ({ x, y, color: (x + y) % 2 ? 'black' : 'white' });
export const resolvers = {
  Query: { b: () => true },
  Cell: {
    text: ({ upper, times }, { x, y }) => (upper ? 'CELL' : 'cell').repeat(times ?? 1) + x + y,
    near: ({ by }, { x, y }) => [cell(x + by, y), cell(x, y + by)],
  },
};
export const entities = { Cell: async (list) => list.map(({ x, y }) => cell(x, y)) };
