const room = (badge) => ({
  number: badge === 't1' ? 11 : 22,
  keeper: { badge: badge === 't1' ? 't2' : 't1' },
});
export const resolvers = { Query: { rooms: () => [room('t1'), room('t2')] } };
export const entities = { Teacher: async (list) => list.map(({ badge }) => ({ badge, room: room(badge) })) };
