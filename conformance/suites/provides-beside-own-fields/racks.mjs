const books = { s1: [{ id: '1' }, null], s2: [{ id: '2' }] };
export const entities = { Shelf: (list) => list.map(({ id }) => ({ id, books: books[id] })) };
