const item = (id) => ({ id, grams: Number(id) * 100 });
export const resolvers = {
  Query: { parcel: () => item('4') },
  Item: { total: ({ of }, { id, price, tax }) => of + ' of ' + id + ': ' + price + ' and ' + tax },
};
export const entities = {
  Item: (list) =>
    list.map(({ id, price, weight }) => ({
      ...item(id),
      ...(price === undefined ? {} : { cost: id + ': ' + price + ' for ' + weight }),
      ...(weight === undefined ? {} : { box: { size: weight } }),
    })),
};
