/**
 * Pieces of APPSYNC_JS that the emitted modules are put together from. They keep to what the runtime documents: no
 * `try`, `for(;;)`, recursion, regular expressions or `++`; see AppSync developer guide, "Supported runtime features".
 */

export const IS_PRESENT = `
function isPresent(value) {
  return value !== undefined && value !== null;
}
`;

/** An answer is an envelope when it has nothing but the keys of AppSync's batch convention. */
export const ENVELOPE_CHECK = `
/** True for { data, errorMessage, errorType, errorInfo }, the convention of batched Lambda resolvers, and { data, errors }. */
function isEnvelope(answer) {
  if (answer === null || typeof answer !== 'object') {
    return false;
  }
  const keys = Object.keys(answer);
  const known = ['data', 'errors', 'errorMessage', 'errorType', 'errorInfo'];
  const isOnlyKnown = keys.every((key) => known.indexOf(key) > -1);
  return isOnlyKnown && (Object.hasOwn(answer, 'data') || typeof answer.errorMessage === 'string');
}
`;

/** With what adds the errors of one. Needs the import `util`. */
export const IS_ENVELOPE = `${ENVELOPE_CHECK}
/** Errors beside data that is there in part. */
function appendErrors(errors) {
  (errors ? errors : []).forEach((error) => {
    util.appendError(error.errorMessage, error.errorType, null, error.errorInfo);
  });
}
`;

/** Ends the field with the subgraph's error, or gives the value. Needs IS_ENVELOPE. */
export const READ_ANSWER = `
export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  const answer = ctx.result;
  if (!isEnvelope(answer)) {
    return answer;
  }
  if (typeof answer.errorMessage === 'string') {
    util.error(answer.errorMessage, answer.errorType, answer.data, answer.errorInfo);
  }
  appendErrors(answer.errors);
  return answer.data;
}
`;

/** Where the adapter puts the value of a field with arguments: as `valueKey` of @tributary/http-subgraph has it. */
export const VALUE_KEY = `
function valueKey(ctx) {
  const names = Object.keys(ctx.args).sort();
  const key = keyOf(ctx, names);
  // A variable that the client left out is null here, but nothing was asked for it.
  const given = names.filter((name) => ctx.args[name] !== null);
  return Object.hasOwn(ctx.source, key) ? key : keyOf(ctx, given);
}

function keyOf(ctx, names) {
  const pairs = names.map((name) => [name, ctx.args[name]]);
  return names.length === 0 ? ctx.info.fieldName : ctx.info.fieldName + '(' + JSON.stringify(pairs) + ')';
}
`;

/** Adds what a second answer holds to a first one; lists are merged item by item. Eight levels deep. */
export const MERGE = `
/** The value with what it lacks of \`found\`. */
function merge(value, found) {
  const whole = { value };
  let pairs = [{ into: whole, name: 'value', from: found }];
  [1, 2, 3, 4, 5, 6, 7, 8].forEach(() => {
    pairs = pairs.map(mergeLevel).flat();
  });
  return whole.value;
}

/** Merges one level; the pairs of the next one. */
function mergeLevel({ into, name, from }) {
  const known = into[name];
  if (!isPresent(known) || !isPresent(from)) {
    if (!Object.hasOwn(into, name)) {
      into[name] = from;
    }
    return [];
  }
  // Data holds no functions: only lists have a map.
  if (typeof known.map === 'function' && typeof from.map === 'function') {
    return known.map((item, index) => ({ into: known, name: index, from: from[index] }));
  }
  if (typeof known === 'object' && typeof from === 'object') {
    return Object.keys(from).map((key) => ({ into: known, name: key, from: from[key] }));
  }
  return [];
}
`;

/** Needs IS_PRESENT. */
export const LACKS_PATH = `
/** Without \`typeName\`: the value has but one object type. */
function lacksPath(value, names, typeName) {
  let isLacking = false;
  let objects = [value].flat(4).filter((one) => isPresent(one) && (!typeName || one.__typename === typeName));
  names.forEach((name) => {
    isLacking = isLacking || objects.some((one) => !Object.hasOwn(one, name));
    objects = objects.map((one) => one[name]).flat(4).filter(isPresent);
  });
  return isLacking;
}
`;

export const IS_MENTIONED = `
/** True when all names of a path occur in the text of the selection, or a named fragment may hide one. */
function isMentioned(info, path) {
  const text = info.selectionSetGraphQL;
  const isHiding = text.split('...').some((part, index) => index > 0 && !part.startsWith(' '));
  return isHiding || path.split('.').every((name) => text.indexOf(name) > -1);
}
`;

/** Needs the module constant ADDS, \`ctx.stash.selected\` and IS_PRESENT. */
export const LACKS = `
/** True when the value lacks a selected field that this subgraph adds. */
function lacks(value, selected) {
  return ADDS.some((text) => {
    const [path, typeName] = text.split(':').reverse();
    const names = path.split('.');
    return (selected === null || selected[names[0]] === true) && lacksPath(value, names, typeName);
  });
}
${LACKS_PATH}`;

/**
 * `@override(label:)`. "percent(N)" is decided by the request's trace ID, so that all resolvers of a request agree; any
 * other label by the API's environment variable OVERRIDE_<LABEL>, which is "on" or anything else.
 */
export const IS_LABEL_ACTIVE = `
/** True when the label of an @override counts for this request. */
function isLabelActive(ctx, label) {
  const { percent, variable } = LABELS[label];
  if (variable) {
    return ctx.env[variable] === 'on';
  }
  const header = ctx.request.headers['x-amzn-trace-id'];
  const trace = header ? header : util.autoId();
  // The last six digits of the trace ID are random.
  const share = trace.slice(-6).split('').reduce((sum, digit) => {
    const value = '0123456789abcdef'.indexOf(digit.toLowerCase());
    return sum * 16 + (value === -1 ? 0 : value);
  }, 0);
  return (share / 16777216) * 100 < percent;
}
`;
