import { byKeys } from '@tributary/subgraph';

const user = (id) => ({ id, name: 'User ' + id, email: id + '@example.com', pin: 'pin ' + id });
const letter = { __typename: 'Letter', id: 'l1', title: 'A letter', body: 'Dear all' };
const bill = { __typename: 'Bill', id: 'b1', title: 'A bill' };
export const resolvers = {
  Query: {
    users: () => ['1', '2'].map(user),
    documents: () => [letter, bill],
    latest: () => [bill, letter],
    admin: () => ({ notes: ['a note'] }),
  },
  Mutation: { rename: ({ id, name }) => ({ ...user(id), name }) },
};
export const entities = {
  User: byKeys({ id: async (ids) => ids.map(user) }),
  Letter: async (list) => list.map(() => letter),
  Bill: async (list) => list.map(() => bill),
};
