export const entities = { Book: (list) => list.map(({ id }) => ({ id, title: 'Book ' + id })) };
