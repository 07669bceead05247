const since = (id) => 2000 + Number(id);
export const resolvers = {
  Query: { friendsReady: () => true },
  User: {
    friends: ({ first, after }, { id }) => {
      const all = ['1', '2', '3', '4'].filter((one) => one !== id && (after == null || 'f' + one > after));
      return {
        edges: all
          .slice(0, first)
          .map((one) => ({ cursor: 'f' + one, node: { id: one, since: since(one) } })),
        info: { hasNext: all.length > first },
      };
    },
  },
};
export const entities = { User: async (list) => list.map(({ id }) => ({ id, since: since(id) })) };
