const price = ({ at, meter, isFinal }) =>
  meter.number * (meter.kind === 'GAS' ? 10 : 100) +
  (isFinal === true ? 1 : 0) +
  (at.endsWith('Z') ? 5000 : 0);
export const resolvers = { Query: { big: ({ id }) => ({ id, total: 1 }) } };
export const entities = {
  Reading: async (list) =>
    list.map((one) => ({ ...one, price: price(one), bill: { id: '9007199254740993', total: 7 } })),
  Bill: async (list) => list.map(({ id }) => ({ id, total: 7 })),
};
