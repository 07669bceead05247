import { byKeys } from '@tributary/subgraph';

const user = (id) => ({
  id,
  name: 'User ' + id,
  lastOrder: id === 'u2' ? null : { id: id.replace('u', 'o') },
});
export const resolvers = { Query: { users: () => ['u1', 'u2'].map(user) } };
export const entities = { User: byKeys({ id: async (ids) => ids.map(user) }) };
