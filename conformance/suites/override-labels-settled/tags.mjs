export const entities = {
  Item: (list) =>
    list.map(({ sku, price, size }) => ({
      sku,
      ...(price === undefined ? {} : { tag: `${size} cm, EUR ${price}` }),
    })),
};
