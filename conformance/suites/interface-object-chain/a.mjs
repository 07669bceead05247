const find = ({ sku }) =>
  sku.startsWith('b') ? { __typename: 'Book', sku, pages: 100 } : { __typename: 'Toy', sku, age: 3 };
export const resolvers = { Query: { products: () => ['b1', 't1'].map((sku) => find({ sku })) } };
export const entities = {
  Product: async (list) => list.map(find),
  Book: async (list) => list.map(find),
  Toy: async (list) => list.map(find),
};
