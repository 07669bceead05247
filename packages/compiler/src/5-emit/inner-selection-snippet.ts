/**
 * The selection of entities inside a value, cut out of the text around it. AppSync prints one field a line; see
 * `SELECTED_FIELDS`. Needs IS_LEFT_OUT.
 */
export const SELECTION_AT = `
/** What the client selects of the entities at the places; empty when they are at several. */
function selectionAt(info, places) {
  if (places.every((place) => place.path.length === 0)) {
    return info.selectionSetGraphQL;
  }
  if (places.length > 1 || info.selectionSetGraphQL.indexOf('"""') > -1) {
    return '';
  }
  return places[0].path.reduce((text, name) => selectionBelow(text, name, info.variables), info.selectionSetGraphQL);
}

/** The selections of all fields of a name at the first level, as one; empty for none. */
function selectionBelow(selection, name, variables) {
  /** @type {any} */
  const lines = [];
  // How deep the line is inside fields, and whether they are of the name.
  let depth = 0;
  let isTaken = false;
  let skipped = 0;
  let isInArguments = false;
  selection.split('\\n').forEach((text) => {
    const line = text.trim();
    const opens = line.endsWith('{') && line !== '{';
    if (skipped > 0) {
      skipped += line === '}' ? -1 : opens ? 1 : 0;
    } else if (depth > 0) {
      depth += line === '}' ? -1 : opens ? 1 : 0;
      if (depth > 0 && isTaken) {
        lines.push(text);
      }
    } else if (isInArguments) {
      isInArguments = !line.startsWith(')');
      depth = !isInArguments && opens ? 1 : 0;
    } else if (isLeftOut(line, variables)) {
      skipped = opens ? 1 : 0;
    } else if (!line.startsWith('...') && line !== '' && line !== '{' && line !== '}') {
      const words = line.split(' ');
      const isAliased = words[0].endsWith(':') && words[0].indexOf('(') === -1;
      isTaken = (isAliased ? words[1] : words[0]) === name;
      isInArguments = line.endsWith('(');
      depth = opens ? 1 : 0;
    }
  });
  return lines.length === 0 ? '' : '{\\n' + lines.join('\\n') + '\\n}';
}
`;
