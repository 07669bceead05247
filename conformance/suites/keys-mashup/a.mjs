import { byKeys } from '@tributary/subgraph';

export const resolvers = { Query: { a: () => ({ id: '1', nameInA: 'a 1' }) } };
export const entities = { A: byKeys({ id: async (ids) => ids.map((id) => ({ id, nameInA: 'a ' + id })) }) };
