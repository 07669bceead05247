// Another version of the todo assembly's function, for tests that reload it.
export const handler = (event) => Promise.resolve(event.map(() => ({ note: 'second version' })));
