/**
 * Pieces of APPSYNC_JS that the emitted modules are put together from. They keep to what the runtime documents: no
 * `try`, `for(;;)`, recursion, regular expressions or `++`; see AppSync developer guide, "Supported runtime features".
 */

/**
 * Reads the first level of `info.selectionSetGraphQL`. AppSync prints one field a line, keeps aliases, inline fragments
 * and `...Name` spreads, and leaves out fragment definitions: after a spread the selection can not be known.
 */
export const SELECTED_FIELDS = `
/** Schema names of the fields selected at the first level, as keys; null when a named fragment hides some of them. */
function selectedFields(selection) {
  /** @type {any} */
  const names = {};
  let isKnown = selection.indexOf('"""') === -1;
  let isInArguments = false;
  let depth = 0;
  selection.split('\\n').forEach((text) => {
    const line = text.trim();
    const opens = line.endsWith('{') && line !== '{';
    if (isInArguments) {
      isInArguments = !line.startsWith(')');
      if (!isInArguments && opens) {
        depth += 1;
      }
    } else if (line === '}') {
      depth = depth > 0 ? depth - 1 : 0;
    } else if (line.startsWith('...')) {
      if (opens) {
        // An inline fragment at the first level is transparent.
        depth = depth > 0 ? depth + 1 : 0;
      } else if (depth === 0) {
        isKnown = false;
      }
    } else if (line !== '' && line !== '{') {
      if (depth === 0) {
        const words = line.split(' ');
        // 'alias: name(...' or 'name(argument: ...': only the first has its colon before any parenthesis.
        const isAliased = words[0].endsWith(':') && words[0].indexOf('(') === -1;
        const name = isAliased ? words[1] : words[0];
        const end = name.indexOf('(');
        names[end === -1 ? name : name.slice(0, end)] = true;
      }
      if (opens) {
        depth += 1;
      } else if (line.endsWith('(')) {
        isInArguments = true;
      }
    }
  });
  return isKnown ? names : null;
}
`;

/** Needs the module constant NEEDS and `selectedFields`. */
export const WANTED_FIELDS = `
/** The selected fields and what must be present to fetch them; null: any field may be asked for. */
function wantedFields(info) {
  const wanted = selectedFields(info.selectionSetGraphQL);
  if (wanted !== null) {
    Object.keys(wanted).forEach((name) => {
      if (Object.hasOwn(NEEDS, name)) {
        NEEDS[name].forEach((needed) => {
          wanted[needed] = true;
        });
      }
    });
  }
  return wanted;
}
`;

/** Flattens the value of the field into \`stash.entities\` once; the steps of the pipeline share that list. */
export const COLLECT = `
/** The entities of the field's value, copied without the fields that other subgraphs own. */
function collect(ctx) {
  if (!ctx.stash.entities) {
    const { typeName, listDepth, foreignFields } = ctx.stash.completion;
    const value = ctx.prev.result === undefined ? null : ctx.prev.result;
    const list = value === null ? [] : listDepth === 0 ? [value] : listDepth === 1 ? value : value.flat();
    ctx.stash.value = value;
    ctx.stash.entities = list.map((item) => {
      if (item === null || typeof item !== 'object') {
        return item;
      }
      /** @type {any} */
      const entity = { ...item, __typename: typeName === null ? item.__typename : typeName };
      const foreign = foreignFields[entity.__typename];
      if (foreign) {
        foreign.forEach((name) => {
          delete entity[name];
        });
      }
      return entity;
    });
  }
  return ctx.stash.entities;
}
`;

export const IS_PRESENT = `
function isPresent(value) {
  return value !== undefined && value !== null;
}
`;

/** An answer is an envelope when it has nothing but the keys of AppSync's batch convention. */
export const IS_ENVELOPE = `
/** True for { data, errorMessage, errorType, errorInfo }: the convention of batched Lambda resolvers. */
function isEnvelope(answer) {
  if (answer === null || typeof answer !== 'object') {
    return false;
  }
  const keys = Object.keys(answer);
  const known = ['data', 'errorMessage', 'errorType', 'errorInfo'];
  const isOnlyKnown = keys.every((key) => known.indexOf(key) > -1);
  return isOnlyKnown && (Object.hasOwn(answer, 'data') || typeof answer.errorMessage === 'string');
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
  return answer.data;
}
`;
