import { byKeys } from '@tributary/subgraph';

const entity = (id) => ({
  id,
  data: { __typename: 'Qux', foo: 'foo', bar: 'bar', qux: 'qux' },
  box: { __typename: 'Plain', n: 4 },
  things: [
    { __typename: 'Baz', foo: 'f', bar: 'b', baz: 'z' },
    { __typename: 'Plain', n: 2 },
  ],
});
export const resolvers = { Query: { a: () => entity('1') } };
export const entities = { Entity: byKeys({ id: async (ids) => ids.map(entity) }) };
