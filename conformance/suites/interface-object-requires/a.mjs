const find = ({ id }) => ({ __typename: 'User', id, name: 'name ' + id, age: 11 });
export const resolvers = { Query: { users: () => ['u1', 'u2'].map((id) => find({ id })) } };
export const entities = {
  User: async (list) => list.map(find),
  NodeWithName: async (list) => list.map(find),
};
