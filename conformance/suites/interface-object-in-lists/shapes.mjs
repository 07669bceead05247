const find = (id) => {
  const n = Number(id.slice(1));
  if (id.startsWith('x')) return null;
  return id.startsWith('c')
    ? { __typename: 'Circle', id, radius: n, area: n * n * 3 }
    : { __typename: 'Square', id, side: n, area: n * n };
};
export const resolvers = { Query: { shapes: () => [find('c2'), null, find('s3')] } };
const load = async (list) => list.map(({ id }) => find(id));
export const entities = { Shape: load, Circle: load, Square: load };
