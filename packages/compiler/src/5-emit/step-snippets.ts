/** Pieces of APPSYNC_JS that the steps of a completion share. */

/**
 * Flattens the value of the field into \`stash.entities\` once; the steps of the pipeline share that list.
 *
 * @param hasLeftovers - a function may go on answering what another subgraph has taken from it
 */
export function collectFunctions(hasLeftovers: boolean): string {
  const dropAt = `
  inner.forEach((entity) => {
    const leftovers = place.leftovers ? place.leftovers[entity.__typename] : null;
    (leftovers ? leftovers : []).forEach((name) => {
      if (!isFetched(entity, name)) {
        delete entity[name];
      }
    });
  });`;
  const drop = hasLeftovers
    ? `if (!isFetched(entity, name)) {
          delete entity[name];
        }`
    : 'delete entity[name];';
  return `
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
  }${hasLeftovers ? dropAt : ''}
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
        ${drop}
      });
    }
    return entity;
  });
}
${hasLeftovers ? IS_FETCHED : ''}`;
}

const IS_FETCHED = `
/** True when a step has fetched the field: what another subgraph has under its name does not count. */
function isFetched(entity, name) {
  return isPresent(entity.__fetched) && entity.__fetched.indexOf(name) > -1;
}
`;

/** Needs the module constants FIELDS and LAZY. */
export const IS_LEFT_TO_FIELDS = `
/** True when at most one field of this step is wanted, which its own resolver can ask for. */
function isLeftToFields(wanted) {
  const reasons = Object.keys(FIELDS)
    .map((typeName) =>
      FIELDS[typeName]
        .filter((name) => wanted[typeName + '.' + name] === true)
        .map((name) => LAZY[typeName] && LAZY[typeName].indexOf(name) > -1),
    )
    .flat();
  return reasons.length < 2 && reasons.every((isLazy) => isLazy === true);
}
`;

/** Needs the module constant FIELDS. */
export const IS_NEEDED = `
/** True when a wanted field of this step is not there yet. */
function isNeeded(entity, place, wanted) {
  return lackingFields(entity, place, wanted).length > 0;
}

/** Names of the wanted fields of this step that are not there yet. */
function lackingFields(entity, place, wanted) {
  const fields = FIELDS[entity.__typename];
  if (!fields) {
    return [];
  }
  const prefix = prefixOf(entity, place);
  return fields.filter(
    (name) => wanted[prefix + '.' + name] === true && (name === '__typename' || !Object.hasOwn(entity, name)),
  );
}

/** What the names of wanted fields of the entity begin with. */
function prefixOf(entity, place) {
  return place.path.length === 0 ? entity.__typename : [place.rootType].concat(place.path).join('.');
}
`;

/**
 * Needs the module constant LAZY.
 *
 * @param isAdding - the step also asks for what composite fields lack
 */
export function noteReasonsFunction(isAdding: boolean): string {
  const ofParts = `
  if (lackingParts(entity, place, wanted).length > 0) {
    reasons[''] = true;
  }`;
  return `
/** Notes why the step asks: 'Type.field' for a field that its own resolver can ask for, '' for anything else. */
function noteReasons(reasons, entity, place, wanted) {
  const lazy = place.path.length === 0 && LAZY[entity.__typename] ? LAZY[entity.__typename] : [];
  lackingFields(entity, place, wanted).forEach((name) => {
    reasons[lazy.indexOf(name) > -1 ? entity.__typename + '.' + name : ''] = true;
  });${isAdding ? ofParts : ''}
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
