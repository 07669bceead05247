const logins = [
  { at: '09:00', address: '10.0.0.1' },
  { at: '17:00', address: '10.0.0.2' },
];
export const resolvers = { User: { logins: ({ first }) => logins.slice(0, first) } };
export const entities = {
  User: async (list) => list.map(({ id }) => ({ id, score: 7 })),
  Bill: async (list) => list.map(({ id }) => ({ id, paid: true })),
};
