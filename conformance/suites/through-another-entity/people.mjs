const person = (n) => ({ badge: 'b' + n, ssn: 's' + n, name: 'Person ' + n, home: { zip: 'z' + n } });
export const resolvers = { Query: { peopleReady: () => true } };
export const entities = {
  Person: async (list) => list.map(({ badge, ssn }) => person((badge ?? ssn).slice(1))),
  Address: async (list) => list,
};
