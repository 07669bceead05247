const trails = { a: { id: 'a', name: 'Ridge', meters: 900 }, b: { id: 'b', name: 'Shore', meters: 200 } };
export const resolvers = { Query: { trails: () => Object.values(trails) } };
export const entities = { Trail: async (list) => list.map(({ id }) => trails[id] ?? null) };
