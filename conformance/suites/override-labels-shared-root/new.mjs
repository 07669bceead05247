// It has weights, widths and the stand; what it says of heights, depths and the hook does not count yet.
const boxes = [
  { id: '1', color: 'red', weight: 100, height: -1 },
  { id: '2', color: 'blue', weight: 200, height: null },
];
const inner = [
  { width: 10, depth: -1 },
  { width: 20, depth: null },
];
export const resolvers = {
  Query: {
    boxes: () => boxes,
    crate: () => ({ inner, thing: { __typename: 'Lid', name: 'lid', weight: 3, height: -1 } }),
    lid: () => ({ name: 'lid', weight: 3, height: -1 }),
    stand: () => ({ name: 'new stand' }),
    hook: () => ({ name: 'wrong hook' }),
  },
};
export const entities = { Box: (list) => list.map(({ id }) => boxes.find((box) => box.id === id)) };
