import { byKeys } from '@tributary/subgraph';

const users = [
  { id: 'u1', email: 'a@example.com' },
  { id: 'u2', email: 'b@example.com' },
];
const find = (field) => async (values) =>
  values.map((value) => users.find((one) => one[field] === value) ?? null);

export const resolvers = { Query: { users: () => users } };
export const entities = { User: byKeys({ id: find('id'), email: find('email') }) };
