export const entities = {
  Offer: (list) =>
    list.map(({ id, item }) => {
      if (item === undefined || (item !== null && item.weight === undefined)) return { id };
      return { id, postage: item === null ? 1 : 100 + item.weight };
    }),
};
