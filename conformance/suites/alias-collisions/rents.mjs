export const resolvers = {
  Query: { rentsReady: () => true },
  Shop: { tax: ({ of }, { code }) => of * code.number },
};
export const entities = {
  Shop: async (list) =>
    list.map(({ code, name, boss }) => ({
      code,
      rent: code.land === 'L' + code.number ? code.number * 100 : -1,
      ...(name === undefined ? {} : { lease: name + ' by ' + boss.name }),
    })),
  Person: async (list) => list.map(({ ssn }) => ({ ssn, age: 40 + Number(ssn.slice(1)) })),
};
