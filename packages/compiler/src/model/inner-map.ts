/** A map of maps: values by an object and a text, without a text made of both for each question. */
interface MapOfMaps<Owner, Value> {
  get(owner: Owner): Map<string, Value> | undefined;
  set(owner: Owner, inner: Map<string, Value>): unknown;
}

/** The map of this owner, which is there from now on. */
export function innerMap<Owner, Value>(maps: MapOfMaps<Owner, Value>, owner: Owner): Map<string, Value> {
  const known = maps.get(owner);
  if (known !== undefined) return known;
  const inner = new Map<string, Value>();
  maps.set(owner, inner);
  return inner;
}
