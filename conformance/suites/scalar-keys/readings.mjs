const reading = (number, kind, isFinal) => ({
  at: '2024-01-0' + number + 'T00:00:00Z',
  meter: { number, kind },
  isFinal,
  value: number + 0.5,
});
export const resolvers = {
  Query: { readings: () => [reading(1, 'GAS', true), reading(1, 'POWER', false), reading(2, 'GAS', false)] },
};
