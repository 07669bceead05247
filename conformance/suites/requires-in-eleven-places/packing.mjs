const names = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh'.split(' ');
const items = Object.fromEntries(names.map((name, index) => [name, { sku: `item-${index % 4}` }]));
export const entities = { Crate: (list) => list.map(({ id }) => ({ id, ...items })) };
