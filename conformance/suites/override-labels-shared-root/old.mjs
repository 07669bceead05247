// It still has heights, depths and the hook; what it goes on saying of weights, widths and the stand does not count.
const boxes = [
  { id: '1', weight: -1, height: 11 },
  { id: '2', weight: null, height: 12 },
];
const inner = [
  { width: -1, depth: 5 },
  { width: null, depth: 6 },
];
export const resolvers = {
  Query: {
    boxes: () => boxes,
    crate: () => ({ inner, thing: { __typename: 'Lid', name: 'lid', weight: -1, height: 4 } }),
    lid: () => ({ name: 'lid', weight: -1, height: 4 }),
    stand: () => ({ name: 'wrong stand' }),
    hook: () => ({ name: 'old hook' }),
  },
};
