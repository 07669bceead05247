const find = ({ id }) =>
  id.startsWith('u')
    ? { __typename: 'User', id, name: 'User ' + id, age: 11 }
    : { __typename: 'Robot', id, name: 'Robot ' + id, model: 'M1' };
export const resolvers = {
  Query: { users: () => ['u1', 'r1'].map((id) => find({ id })), user: ({ id }) => find({ id }) },
};
export const entities = {
  User: async (list) => list.map(find),
  Robot: async (list) => list.map(find),
  NodeWithName: async (list) => list.map(find),
};
