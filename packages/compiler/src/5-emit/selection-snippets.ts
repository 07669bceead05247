/** Pieces of APPSYNC_JS that read the selection of a field and derive what its steps must fetch. */

export const IS_LEFT_OUT = `
/** True when @skip or @include leaves the line out; a variable that is not there counts as its default, unknown here. */
function isLeftOut(line, variables) {
  return ['@skip(if: ', '@include(if: '].some((directive) => {
    const start = line.indexOf(directive);
    if (start === -1) {
      return false;
    }
    const rest = line.slice(start + directive.length);
    const text = rest.slice(0, rest.indexOf(')'));
    const value = text.startsWith('$') ? variables[text.slice(1)] : text === 'true';
    return value === (directive === '@skip(if: ');
  });
}
`;

/** Beside types in what `selectedFields` returns. */
export const REPEATED = '*';

const NOTE_FIELD = `        names[condition][end === -1 ? name : name.slice(0, end)] = true;
`;

const NOTE_REPEATED = `        const field = end === -1 ? name : name.slice(0, end);
        if (seen[field] === true) {
          names['${REPEATED}'][field] = true;
        }
        seen[field] = true;
        names[condition][field] = true;
`;

/**
 * Reads the first level of `info.selectionSetGraphQL`. AppSync prints one field a line, keeps aliases, inline fragments
 * and `...Name` spreads, and leaves out fragment definitions: after a spread the selection can not be known.
 */
const selectedFieldsCode = (hasRepeated: boolean): string => `
/**
 * Schema names of the fields selected at the first level, by the type that a fragment around them names ('' for none);
 * '...' among them stands for a named fragment, which hides some.
 */
function selectedFields(selection, variables) {
  /** @type {any} */
  const names = { '': {}${hasRepeated ? `, '${REPEATED}': {}` : ''} };
${hasRepeated ? '  /** @type {any} */\n  const seen = {};\n' : ''}  const conditions = [''];
  let isInArguments = selection.indexOf('"""') > -1;
  if (isInArguments) {
    names['']['...'] = true;
    return names;
  }
  // How deep the line is inside fields; fragments at the first level are not counted.
  let depth = 0;
  // How many open fragments and fields are left out by @skip or @include.
  let skipped = 0;
  selection.split('\\n').forEach((text) => {
    const line = text.trim();
    const opens = line.endsWith('{') && line !== '{';
    if (isInArguments) {
      isInArguments = !line.startsWith(')');
      if (!isInArguments && opens) {
        depth += 1;
      }
    } else if (skipped > 0) {
      skipped += line === '}' ? -1 : opens ? 1 : 0;
    } else if (line === '}') {
      if (depth > 0) {
        depth -= 1;
      } else {
        conditions.pop();
      }
    } else if (depth > 0) {
      if (opens) {
        depth += 1;
      } else if (line.endsWith('(')) {
        isInArguments = true;
      }
    } else if (line !== '' && line !== '{') {
      const condition = conditions[conditions.length - 1];
      if (isLeftOut(line, variables)) {
        skipped = opens ? 1 : 0;
      } else if (line.startsWith('...')) {
        const words = line.split(' ');
        if (opens) {
          conditions.push(words[1] === 'on' ? words[2] : condition);
          names[conditions[conditions.length - 1]] = { ...names[conditions[conditions.length - 1]] };
        } else {
          names[condition]['...'] = true;
        }
      } else {
        const words = line.split(' ');
        // 'alias: name(...' or 'name(argument: ...': only the first has its colon before any parenthesis.
        const isAliased = words[0].endsWith(':') && words[0].indexOf('(') === -1;
        const name = isAliased ? words[1] : words[0];
        const end = name.indexOf('(');
${hasRepeated ? NOTE_REPEATED : NOTE_FIELD}        if (opens) {
          depth += 1;
        } else if (line.endsWith('(')) {
          isInArguments = true;
        }
      }
    }
  });
  return names;
}
${IS_LEFT_OUT}`;

export const SELECTED_FIELDS = selectedFieldsCode(false);

/** Notes besides, under '*', which fields are selected more than once: each alias runs the field's resolver. */
export const SELECTED_FIELDS_AND_REPEATED = selectedFieldsCode(true);

/** Needs `selectedFields`. */
export const SELECTED_NAMES = `
/** Selected names as keys, whatever fragment they are in; null when a named fragment hides some. */
function selectedNames(info) {
  const byCondition = selectedFields(info.selectionSetGraphQL, info.variables);
  /** @type {any} */
  const names = {};
  Object.keys(byCondition).forEach((condition) => {
    Object.keys(byCondition[condition]).forEach((name) => {
      names[name] = true;
    });
  });
  return names['...'] === true ? null : names;
}
`;

const NEED_CONTEXTS = `    Object.keys(contextNeeds).forEach((name) => {
      if (names[name] === true && isTaken(info, contextNeeds[name].takenBy)) {
        contextNeeds[name].paths.forEach((path) => {
          needed[path] = true;
        });
      }
    });
`;

const WANT_REPEATED = `  Object.keys(byCondition['${REPEATED}']).forEach((name) => {
    wanted['${REPEATED}.' + name] = true;
  });
`;

const wantedFieldsCode = (has: { readonly contexts: boolean; readonly repeated: boolean }): string => `
/** 'Type.field' for what the steps must fetch: selected fields, and what must be present to fetch those. */
function wantedFields(info) {
  const byCondition = selectedFields(info.selectionSetGraphQL, info.variables);
  /** @type {any} */
  const wanted = {};
  Object.keys(TYPES).forEach((typeName) => {
    const { conditions, always, hidden, needs${has.contexts ? ', contextNeeds = {}' : ''} } = TYPES[typeName];
    /** @type {any} */
    const names = {};
    /** @type {any} */
    const needed = {};
    [''].concat(conditions).forEach((condition) => {
      const selected = byCondition[condition] ? byCondition[condition] : {};
      Object.keys(selected).forEach((name) => {
        names[name] = true;
      });
    });
    always.concat(names['...'] === true ? hidden : []).forEach((name) => {
      needed[name] = true;
    });
    Object.keys(names).forEach((name) => {
      (Object.hasOwn(needs, name) ? needs[name] : []).forEach((path) => {
        needed[path] = true;
      });
    });
${has.contexts ? NEED_CONTEXTS : ''}    Object.keys(names).forEach((name) => {
      wanted[typeName + '.' + name] = true;
    });
    Object.keys(needed).forEach((path) => {
      wanted[typeName + '.' + path] = true;
    });
  });
${has.repeated ? WANT_REPEATED : ''}  return wanted;
}
`;

/** Needs the module constant TYPES and `selectedFields`. */
export const WANTED_FIELDS = wantedFieldsCode({ contexts: false, repeated: false });

/** Adds what fields hand on of contexts. Needs `isTaken` besides. */
export const WANTED_FIELDS_AND_CONTEXTS = wantedFieldsCode({ contexts: true, repeated: false });

/** Under '*.field' those that are selected more than once. Needs `selectedFields` that notes them. */
export const WANTED_FIELDS_AND_REPEATED = wantedFieldsCode({ contexts: false, repeated: true });

export const WANTED_FIELDS_AND_BOTH = wantedFieldsCode({ contexts: true, repeated: true });

export const IS_TAKEN = `
/** True when a field with an argument from a context is selected at any depth, or a named fragment may hide one. */
function isTaken(info, fieldNames) {
  const text = info.selectionSetGraphQL;
  const isHiding = text.split('...').some((part, index) => index > 0 && !part.startsWith(' '));
  return isHiding || fieldNames.some((name) => text.indexOf(name) > -1);
}
`;
