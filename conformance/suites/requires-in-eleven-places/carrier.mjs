const names = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh'.split(' ');
export const entities = {
  Crate: (list) =>
    list.map((crate) => ({ id: crate.id, weight: names.reduce((sum, name) => sum + crate[name].weight, 0) })),
};
