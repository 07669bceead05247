const user = (id) => ({
  __typename: 'User',
  id,
  name: id === '2' ? null : 'B ' + id,
  address: id === '2' ? null : { street: null, zip: 7 },
  similar: [null, { __typename: 'Admin', id: null, photo: 'x.png' }],
});
export const resolvers = {
  Query: {
    accounts: () => [user('1'), { __typename: 'Admin', id: 'a1', photo: 'a.png' }, user('2')],
    admin: () => user('3'),
  },
};
export const entities = { User: async (list) => list.map(({ id }) => user(id)) };
