const hits = [
  { __typename: 'Product', id: 'p1' },
  { __typename: 'Customer', id: 'c1' },
  null,
  { __typename: 'Product', id: 'p2' },
  { __typename: 'Product', id: 'p1' },
];

export const resolvers = { Query: { search: ({ text }) => (text === '' ? [] : hits), best: () => hits[1] } };
