export const resolvers = { Query: { items: () => ['1', '2'].map((id) => ({ id })) } };
export const entities = { Item: (list) => list.map(({ id }) => ({ id })) };
