export const resolvers = {
  Query: { best: () => ({ badge: 't2', name: 'Bo of payroll' }) },
  Teacher: { salary: ({ bonus }, { badge }) => (badge === 't1' ? 100 : 200) + bonus },
};
export const entities = {
  Teacher: async (list) =>
    list.map(({ badge, name, subject }) => ({
      badge,
      ...(name === undefined ? {} : { grade: name + '/' + (subject?.code ?? 'none') }),
    })),
};
