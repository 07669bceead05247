const of = ({ isbn }) => ({ isbn, stars: isbn.length });
export const resolvers = { Query: { best: () => ['b1', 'f1', 'b2'].map((isbn) => of({ isbn })) } };
export const entities = { Media: (list) => list.map(of) };
