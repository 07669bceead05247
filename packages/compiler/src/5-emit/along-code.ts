/** Code around what a handler may answer along with a value: the table that it gets, and where resolvers look. */
import type { Along } from './along-tables.ts';
import { literal } from './module-text.ts';

/** `along(text)` of a module. */
export function alongBlocks(along: Along | undefined): readonly string[] {
  if (along === undefined) return [];
  // Written out in the function: a module whose constants leave it has to be run anew for each call.
  return [
    `/** Fields with arguments that the answer may bring along; null when the selection has none of them. */
function along(text) {
  const isMentioned = ${literal(along.names)}.some((name) => text.indexOf(name) > -1);
  return isMentioned ? ${along.code} : null;
}`,
  ];
}

/** Where the handler puts the value of a field with arguments: as \`alongKey\` of @tributary/subgraph has it. */
export const ALONG_KEY = `
function alongKey(fieldName, args) {
  const names = Object.keys(args).filter((name) => args[name] !== undefined).sort();
  return fieldName + '(' + JSON.stringify(names.map((name) => [name, args[name]])) + ')';
}
`;

/** Where the handler puts the error: as `alongErrorKey` of @tributary/subgraph has it. Needs `util` and IS_PRESENT. */
export const FAIL_AS_KNOWN = `
/** Ends the field with the error that came along in place of its value. */
function failAsKnown(source, key) {
  const known = source[key + '(error)'];
  if (isPresent(known)) {
    util.error(known.errorMessage, known.errorType, null, known.errorInfo);
  }
}
`;
