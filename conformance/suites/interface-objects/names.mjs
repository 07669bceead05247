const friendOf = (id) => (id.startsWith('u') ? 'r9' : 'u9');
const of = ({ id }, depth = 3) => ({
  id,
  username: id + '-username',
  friend: depth === 0 ? null : of({ id: friendOf(id) }, depth - 1),
});
export const resolvers = {
  Query: { anotherUsers: () => [of({ id: 'u1' }), of({ id: 'r2' }), null] },
  NodeWithName: { badge: ({ size }, { id }) => '*'.repeat(size) + id },
};
export const entities = { NodeWithName: async (list) => list.map((one) => of(one)) };
