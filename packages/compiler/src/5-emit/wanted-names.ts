/** What a step names to a data source that answers with what is named. */

export interface WantedNamesOptions {
  /** The step also asks for what composite fields lack. Needs LACKING_PARTS. */
  readonly isAdding: boolean;
  /** The answer tells the object types of entities, and fields of these are named too. Needs `asObjectTypes`. */
  readonly tellsTypes: boolean;
}

/** Needs the module constant FIELDS, IS_NEEDED and IS_PRESENT. */
export function wantedNamesFunction({ isAdding, tellsTypes }: WantedNamesOptions): string {
  const types = tellsTypes ? '.concat(asObjectTypes(entities))' : '';
  const ofParts = `
      lackingParts(entity, places[at], wanted).forEach((name) => {
        names[name] = true;
      });`;
  return `
/** Names of the fields of this step that are wanted of some entity. */
function wantedNames(lists, places, wanted) {
  /** @type {any} */
  const names = {};
  lists.forEach((entities, at) => {
    entities.filter(isPresent)${types}.forEach((entity) => {
      const prefix = prefixOf(entity, places[at]);
      (FIELDS[entity.__typename] ? FIELDS[entity.__typename] : []).forEach((name) => {
        if (wanted[prefix + '.' + name]) {
          names[name] = true;
        }
      });${isAdding ? ofParts : ''}
    });
  });
  return Object.keys(names);
}
`;
}
