const models = [
  { maker: 'Bolt', model: 1, id: 'i1' },
  { maker: 'Bolt', model: 2, id: 'i2' },
  { maker: 'Nut', model: 1, id: 'i3' },
];

/** The item of a representation. */
export function findItem({ id, maker, model }) {
  return models.find((one) => one.id === id || (one.maker === maker && one.model === model)) ?? null;
}

/** Items after this one, round and round. */
export function similarTo(item, first) {
  const at = models.indexOf(findItem(item));
  return [1, 2].map((step) => models[(at + step) % models.length]).slice(0, first);
}
