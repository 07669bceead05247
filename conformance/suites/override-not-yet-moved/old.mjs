const items = {
  a: { id: 'a', size: { width: 10 }, maker: { id: 'm' } },
  b: { id: 'b', size: { width: 20 }, maker: null },
};
const boxes = [
  { id: '1', weight: 100 },
  { id: '2', weight: 200 },
];
export const resolvers = { Query: { items: () => Object.values(items), boxes: () => boxes } };
export const entities = {
  Item: (list) => list.map(({ id }) => items[id]),
  Maker: (list) => list.map(({ id }) => ({ id })),
};
