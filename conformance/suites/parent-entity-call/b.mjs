const product = ({ id, pid }) => ({ id, pid, category: { id: 'c' + id, name: 'Category ' + id } });
export const resolvers = {
  Query: { productFromB: ({ id }) => product({ id: id ?? '2', pid: 'p' + (id ?? '2') }) },
};
export const entities = { Product: async (list) => list.map(product) };
