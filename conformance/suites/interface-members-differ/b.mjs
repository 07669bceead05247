import { byKeys } from '@tributary/subgraph';

const user = (id) => ({
  __typename: 'User',
  id,
  age: Number(id.slice(1)) + 20,
  friend: { __typename: 'Robot', id: 'r9', model: 'R9', owner: null },
});
export const resolvers = {
  Query: {
    things: () => [user('u1'), { __typename: 'Robot', id: 'r1', model: 'R1', owner: user('u2') }],
    latest: () => user('u3'),
  },
};
export const entities = { User: byKeys({ id: async (ids) => ids.map(user) }), Robot: async (list) => list };
