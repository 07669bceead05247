const contents = { 1: ['a', 'b'], 2: ['b'] };
export const entities = {
  Parcel: (list) =>
    list.map(({ id }) => {
      const items = contents[id].map((sku) => ({ sku }));
      return { id, main: items[0], items };
    }),
};
