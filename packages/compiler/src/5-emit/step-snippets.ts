/** Pieces of APPSYNC_JS that the steps of a completion share. */

/** Flattens the value of the field into \`stash.entities\` once; the steps of the pipeline share that list. */
export const COLLECT = `
/** The entities that the step is about: those of the field's value, or those inside them. */
function collect(ctx, step) {
  if (!ctx.stash.entities) {
    ctx.stash.entities = flatten(ctx);
  }
  if (step.path.length === 0) {
    return ctx.stash.entities;
  }
  let inner = ctx.stash.entities.filter((entity) => isPresent(entity) && entity.__typename === step.rootType);
  step.path.forEach((name) => {
    inner = inner.map((entity) => entity[name]).flat(4).filter(isPresent);
  });
  if (step.typeName !== null) {
    inner.forEach((entity) => {
      entity.__typename = step.typeName;
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

/** Needs the module constant FIELDS. */
export const IS_NEEDED = `
/** True when a wanted field of this step is not there yet. */
function isNeeded(entity, step, wanted) {
  const fields = FIELDS[entity.__typename];
  if (!fields) {
    return false;
  }
  const prefix = step.path.length === 0 ? entity.__typename : [step.rootType].concat(step.path).join('.');
  return fields.some(
    (name) => wanted[prefix + '.' + name] === true && (name === '__typename' || !Object.hasOwn(entity, name)),
  );
}
`;
