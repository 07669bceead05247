export const resolvers = { Query: { orders: () => ['1', '2'].map((id) => ({ id })) } };
export const entities = {
  Order: (list) =>
    list.map(({ id, charge, item }) => ({
      id,
      ...(item?.name === undefined ? {} : { label: `${item.name} for ${charge}` }),
    })),
};
