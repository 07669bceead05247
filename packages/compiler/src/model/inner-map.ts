/** A map of maps: values by two keys, without a text made of both for each question. */
interface MapOfMaps<Owner, Key, Value> {
  get(owner: Owner): Map<Key, Value> | undefined;
  set(owner: Owner, inner: Map<Key, Value>): unknown;
}

/** The map of this owner, which is there from now on. */
export function innerMap<Owner, Key, Value>(
  maps: MapOfMaps<Owner, Key, Value>,
  owner: Owner,
): Map<Key, Value> {
  const known = maps.get(owner);
  if (known !== undefined) return known;
  const inner = new Map<Key, Value>();
  maps.set(owner, inner);
  return inner;
}
