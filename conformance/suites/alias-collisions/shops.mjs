const shop = (n) => ({
  id: 's' + n,
  name: 'Shop ' + n,
  code: { land: 'L' + n, number: n },
  boss: { ssn: 'p' + n, name: 'Boss ' + n },
});
export const resolvers = { Query: { shops: () => [1, 2].map(shop) } };
export const entities = {
  Shop: async (list) => list.map(({ id, code }) => shop(id ? Number(id.slice(1)) : code.number)),
  Person: async (list) => list.map(({ ssn }) => ({ ssn, name: 'Boss ' + ssn.slice(1) })),
};
