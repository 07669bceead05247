import { byKeys } from '@tributary/subgraph';

const invoice = (number, id) => ({
  number,
  owner: { id, plan: id === 'u1' ? 'free' : 'pro' },
  total: number * 10,
});
const invoices = [invoice(1, 'u1'), invoice(2, 'u2'), invoice(3, 'u2')];

export const resolvers = { Query: { invoices: () => invoices } };
export const entities = {
  User: byKeys({
    id: async (ids) =>
      ids.map((id) => ({
        id,
        plan: id === 'u1' ? 'free' : 'pro',
        invoices: invoices.filter((one) => one.owner.id === id),
      })),
  }),
  Invoice: async (representations) =>
    representations.map(
      ({ number, owner }) =>
        invoices.find((one) => one.number === number && one.owner.id === owner.id) ?? null,
    ),
};
