/** Pieces of APPSYNC_JS that the steps of a completion share. */

/** Flattens the value of the field into \`stash.entities\` once; the steps of the pipeline share that list. */
export const COLLECT = `
/** The entities at a place: those of the field's value, or those inside them. */
function collect(ctx, place) {
  if (!ctx.stash.entities) {
    ctx.stash.entities = flatten(ctx);
  }
  if (place.path.length === 0) {
    return ctx.stash.entities;
  }
  let inner = ctx.stash.entities.filter((entity) => isPresent(entity) && entity.__typename === place.rootType);
  place.path.forEach((name) => {
    inner = inner.map((entity) => entity[name]).flat(4).filter(isPresent);
  });
  if (place.typeName !== null) {
    inner.forEach((entity) => {
      entity.__typename = place.typeName;
    });
  }
  return inner;
}

/** The entities of the field's value, copied without the fields that other subgraphs own. */
function flatten(ctx) {
  const { typeName, defaultType, listDepth, foreignFields } = ctx.stash.completion;
  const value = ctx.prev.result === undefined ? null : ctx.prev.result;
  ctx.stash.value = value;
  const list = value === null ? [] : listDepth === 0 ? [value] : listDepth === 1 ? value : value.flat();
  return list.map((item) => {
    if (item === null || typeof item !== 'object') {
      return item;
    }
    /** @type {any} */
    const entity = { ...item };
    entity.__typename = typeName !== null ? typeName : isPresent(item.__typename) ? item.__typename : defaultType;
    const foreign = foreignFields[entity.__typename];
    if (foreign) {
      foreign.forEach((name) => {
        delete entity[name];
      });
    }
    return entity;
  });
}
`;

const IS_LACKING = `
  return fields.some(
    (name) => wanted[prefix + '.' + name] === true && (name === '__typename' || !Object.hasOwn(entity, name)),
  );`;

const IS_LACKING_MORE = `
  const lacking = fields.filter(
    (name) => wanted[prefix + '.' + name] === true && (name === '__typename' || !Object.hasOwn(entity, name)),
  );
  // For one field alone its own resolver asks, and no other field waits for it.
  const lazy = place.path.length === 0 && LAZY[entity.__typename] ? LAZY[entity.__typename] : [];
  return lacking.length > 1 || lacking.some((name) => lazy.indexOf(name) === -1);`;

/** Needs the module constant FIELDS. @param hasLazy - there is a constant LAZY too */
export function isNeededFunction(hasLazy: boolean): string {
  return `
/** True when a wanted field of this step is not there yet. */
function isNeeded(entity, place, wanted) {
  const fields = FIELDS[entity.__typename];
  if (!fields) {
    return false;
  }
  const prefix = prefixOf(entity, place);${hasLazy ? IS_LACKING_MORE : IS_LACKING}
}

/** What the names of wanted fields of the entity begin with. */
function prefixOf(entity, place) {
  return place.path.length === 0 ? entity.__typename : [place.rootType].concat(place.path).join('.');
}
`;
}

/** Needs LACKS_PATH. */
export const LACKING_PARTS = `
/** Names of fields that the entity has in part, and of which a wanted part is not there yet. */
function lackingParts(entity, place, wanted) {
  const prefix = prefixOf(entity, place);
  const paths = (place.adds ? place.adds : []).map((text) => text.split(':'));
  const lacking = paths.filter(([typeName, path]) => {
    const isWanted = typeName === entity.__typename && wanted[prefix + '.' + path] === true;
    return isWanted && lacksPath(entity, path.split('.'), null);
  });
  return lacking.map(([, path]) => path.split('.')[0]);
}
`;
