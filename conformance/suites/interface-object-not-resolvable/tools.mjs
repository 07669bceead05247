const find = (code) =>
  code.startsWith('t')
    ? { __typename: 'Tool', code, name: 'Tool ' + code, power: 5 }
    : {
        __typename: 'Part',
        code,
        name: 'Part ' + code,
        fits: [{ __typename: 'Tool', code: 't1', name: 'Tool t1', power: 5 }],
      };
export const resolvers = { Query: { tool: ({ code }) => find(code) } };
const load = async (list) => list.map(({ code }) => find(code));
export const entities = { Item: load, Tool: load, Part: load };
