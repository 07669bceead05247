export const resolvers = { Query: { numbersReady: () => true } };
export const entities = {
  Seat: async (list) =>
    list.map(({ hall, row, code }) => {
      if (code !== undefined) return { code, price: 1 };
      if (hall == null || row == null || row.number == null) return null;
      return { hall, row, code: hall === 'e' ? null : hall + row.number, price: row.number * 10 };
    }),
};
