const transaction = (id) => ({ id, related: id.length > 2 ? null : { id: id + '+', related: null } });
const account = (title, ids, owner) => ({ title, months: [ids.map(transaction), []], owner });
const users = [
  {
    id: '1',
    name: 'Ada',
    account: account('first', ['t1', 't2'], { id: 'o', currency: { iso: 'JPY' }, last: transaction('t1') }),
    last: transaction('t1'),
    seat: { id: 's' },
  },
  { id: '2', name: 'Ben', account: account('second', ['t1'], null), last: transaction('t1') },
  { id: '3', name: 'Cid', account: null, last: null },
  { id: '4', name: 'Dot', account: null, last: transaction('t9') },
];
export const resolvers = {
  Query: {
    users: () => users,
    holders: () => [
      { __typename: 'User', ...users[0] },
      { __typename: 'Company', id: 'c', unit: 'sales', seat: { id: 's' } },
    ],
  },
  Transaction: {
    amount: ({ scale, code }, { id }) => `${id} ${scale} ${code}`,
  },
  Seat: { label: (args, { id }) => ({ text: `${id} of ${args.of}` }) },
};
export const entities = {
  User: async (list) => list.map(({ id }) => users.find((user) => user.id === id)),
  Company: async (list) => list,
  Owner: async (list) => list.map(({ id }) => ({ id, currency: { iso: 'JPY' }, last: transaction('t1') })),
  Seat: async (list) => list,
  Transaction: async (list) => list.map(({ id }) => transaction(id)),
};
