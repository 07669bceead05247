const anvil = { vendor: 'acme', number: 7, ean: 'e7' };
const bell = { vendor: 'bells', number: 7, ean: 'e8' };
const items = { 1: anvil, 2: bell, 3: null };
export const entities = {
  Offer: (list) => list.map(({ id }) => ({ id, item: items[id] })),
  Item: (list) =>
    list.map(({ vendor, number }) =>
      [anvil, bell].find((one) => one.vendor === vendor && one.number === number),
    ),
};
