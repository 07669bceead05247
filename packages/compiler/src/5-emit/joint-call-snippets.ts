/** Pieces of APPSYNC_JS that joint calls are put together from. Need the module constant JOINT. */
import { entitiesPayload } from './payload-code.ts';

/**
 * @param hasInputs - some field requires others with arguments
 * @param hasAlong - the handler is told what it may answer ahead
 */
export function jointRequest(hasInputs: boolean, hasAlong: boolean): string {
  const entity = hasInputs ? 'withInputs(entity, names)' : 'entity';
  return `
export function request(ctx) {
  const wanted = ctx.stash.wanted;
  /** @type {any} */
  const representations = [];
  /** @type {any} */
  const kinds = [];
  /** @type {any} */
  const slotByText = {};
  /** @type {any} */
  const reasons = {};
  // For each entity the index of its representation for each kind of fields, and the names of the fields.
  ctx.stash.joint = collect(ctx, { path: [] }).map((entity) => {
    /** @type {any} */
    const slots = {};
    const names = jointNames(entity, wanted);
    names.forEach((name) => {
      const { kind, neededBy } = JOINT[entity.__typename][name];
      const representation = represent(${entity}, kind);
      if (representation === null) {
        return;
      }
      const text = kind + ' ' + JSON.stringify(representation);
      if (!Object.hasOwn(slotByText, text)) {
        slotByText[text] = representations.length;
        representations.push(representation);
        kinds.push(kind);
      }
      slots[kind] = slotByText[text];
      const calls = [name].concat(wanted['*.' + name] ? ['*.' + name] : []);
      calls.concat((neededBy ? neededBy : []).filter((one) => wanted[entity.__typename + '.' + one])).forEach((one) => {
        reasons[entity.__typename + '.' + name + ' ' + one] = true;
      });
    });
    return { slots, names };
  });
  // What would be one call is left to the field's own resolver, and no other field waits for it.
  if (Object.keys(reasons).length < 2) {
    runtime.earlyReturn({ isSkipped: true });
  }
${entitiesPayload({
  args: '{ representations }',
  selectionSetList: "Object.keys(reasons).map((one) => one.split(' ')[0].split('.')[1])",
  selection: 'ctx.info.selectionSetGraphQL',
  more: hasAlong ? '        along: { ...along(ctx.info.selectionSetGraphQL), kinds },\n' : '',
})}}
`;
}

/** Errors are told by the fields that ask for themselves. */
export const JOINT_RESPONSE = `
export function response(ctx) {
  const answer = isEnvelope(ctx.result) ? ctx.result : { data: ctx.result };
  const hasFailed = isPresent(ctx.error) || typeof answer.errorMessage === 'string' || isPresent(answer.errors);
  const fetched = hasFailed || !isPresent(answer.data) ? [] : answer.data;
  collect(ctx, { path: [] }).forEach((entity, index) => {
    const { slots, names } = ctx.stash.joint[index];
    Object.keys(slots).forEach((kind) => {
      const found = fetched[slots[kind]];
      if (isPresent(found) && !isEnvelope(found) && typeof found.errorMessage !== 'string') {
        copyFields(entity, found, names.filter((name) => JOINT[entity.__typename][name].kind === kind));
      }
    });
  });
  return { isSkipped: false };
}
`;

/** Needs the module constant JOINT. */
export const JOINT_NAMES = `
/** Names of joint fields that are selected of the entity and not there yet. */
function jointNames(entity, wanted) {
  const fields = isPresent(entity) ? JOINT[entity.__typename] : null;
  if (!fields) {
    return [];
  }
  return Object.keys(fields).filter((name) => {
    if (wanted[entity.__typename + '.' + name] !== true) {
      return false;
    }
    return fields[name].hasArguments ? !Object.keys(entity).some((key) => key.startsWith(name + '(')) : !Object.hasOwn(entity, name);
  });
}
`;

/** Needs JOINT and `alongKey`. */
export const WITH_INPUTS = `
/** The entity with what came along for fields that require it with arguments. */
function withInputs(entity, names) {
  /** @type {any} */
  const known = { ...entity };
  names.forEach((name) => {
    const { inputs } = JOINT[entity.__typename][name];
    (inputs ? inputs : []).forEach((input) => {
      const key = alongKey(input.name, input.args);
      if (Object.hasOwn(entity, key)) {
        known[input.storedAs] = entity[key];
      }
    });
  });
  return known;
}
`;
