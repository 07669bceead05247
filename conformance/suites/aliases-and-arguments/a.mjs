const cell = (x, y) => ({ x, y });
export const resolvers = {
  Query: {
    grid: () => [[cell(0, 0), cell(1, 0)], [], [cell(0, 1)]],
    rows: ({ size }) => Array.from({ length: size }, (_, n) => ({ label: 'row ' + n })),
  },
  Row: {
    cells: ({ from }, { label }) => [
      cell(from, Number(label.slice(4))),
      cell(from + 1, Number(label.slice(4))),
    ],
  },
};
export const entities = { Cell: async (list) => list };
