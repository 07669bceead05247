const ratings = { b1: 5, b2: 4, f1: 3 };
const of = ({ isbn }) => ({ isbn, rating: ratings[isbn] });
export const resolvers = { Query: { best: () => Object.keys(ratings).map((isbn) => of({ isbn })) } };
export const entities = { Media: (list) => list.map(of) };
export const answersAsNamed = true;
