const carts = new Map();
const cart = (id) => ({
  __typename: 'Cart',
  id,
  lines: (carts.get(id) ?? []).map((sku) => ({ item: { sku } })),
});
export const resolvers = {
  Query: { cart: ({ id }) => cart(id) },
  Mutation: {
    add: (args) => {
      if (args.sku === 's9') return { __typename: 'Refused', reason: 'sold out', item: { sku: args.sku } };
      carts.set(args.cart, [...(carts.get(args.cart) ?? []), args.sku]);
      return cart(args.cart);
    },
    clear: (args) => {
      carts.delete(args.cart);
      return cart(args.cart);
    },
  },
};
export const entities = { Cart: async (list) => list.map(({ id }) => cart(id)) };
