export const resolvers = {
  Query: {
    seats: () => [
      { hall: 'a', row: { number: 1 }, color: 'red' },
      { hall: null, row: { number: 2 }, color: 'blue' },
      { hall: 'c', row: null, color: 'green' },
      { hall: 'd', row: { number: null }, color: 'gray' },
      null,
      { hall: 'e', row: { number: 5 }, color: 'pink' },
    ],
  },
};
