export const resolvers = {
  Query: { subscribers: () => [{ email: 'b@example.com' }, { email: 'a@example.com' }] },
};
