const of = ({ id }) => ({ id, stars: id.charCodeAt(0) % 5 });
export const resolvers = { Query: { best: () => ['b', 'f', 'd', 'g'].map((id) => of({ id })) } };
export const entities = { Media: (list) => list.map(of) };
