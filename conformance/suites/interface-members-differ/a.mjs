import { byKeys } from '@tributary/subgraph';

const user = (id) => ({ __typename: 'User', id, name: 'User ' + id });
export const resolvers = {
  Query: { nodes: () => [user('u1'), { __typename: 'Team', id: 't1', members: [user('u2')] }] },
};
export const entities = { User: byKeys({ id: async (ids) => ids.map(user) }) };
