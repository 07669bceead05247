export const resolvers = {
  Query: { marked: () => ({ row: 2 }) },
  Item: { label: ({ upper, style }, { row }) => (upper ? 'LABEL ' : 'label ') + row + '/' + style },
};
export const entities = {
  Item: async (list) =>
    list.map(({ row, raw }) => ({ row, ...(raw === undefined ? {} : { mark: raw + '!' }) })),
};
