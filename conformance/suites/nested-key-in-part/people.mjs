const people = [
  { id: 'p1', name: 'Ann', cars: [{ id: 'c1' }, { id: 'c2' }] },
  { id: 'p2', name: 'Ben', cars: [{ id: 'c3' }, null] },
];

export const resolvers = { Query: { people: () => people } };
export const entities = {
  Person: (list) => list.map(({ id }) => people.find((one) => one.id === id) ?? null),
};
