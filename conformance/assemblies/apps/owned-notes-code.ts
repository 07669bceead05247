/** The resolvers of the application with owners and groups. */

const IMPORTS = `
import { util } from '@aws-appsync/utils';
import { get, operations, put, query, remove, scan, update } from '@aws-appsync/utils/dynamodb';
`;

const IS_ADMIN = `
const isAdmin = (ctx) => (ctx.identity.groups ?? []).indexOf('Admins') > -1;
`;

const FAIL_OR_RESULT = `
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}`;

/** What somebody else owns, or nobody, is not to be told from what is forbidden. */
const REFUSE_OTHERS = `
export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') util.unauthorized();
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}`;

export const READ_NOTE = `${IMPORTS}${IS_ADMIN}
export const request = (ctx) => get({ key: { id: ctx.args.id } });
export function response(ctx) {
  const note = ctx.result;
  if (note && !note.isPublic && note.owner !== ctx.identity.username && !isAdmin(ctx)) util.unauthorized();
  return note;
}`;

export const MY_NOTES = `${IMPORTS}
export const request = (ctx) => scan({ filter: { owner: { eq: ctx.identity.username } } });
export const response = (ctx) => ctx.result.items;`;

export const PUBLIC_NOTES = `${IMPORTS}
export const request = () => scan({ filter: { isPublic: { eq: true } } });
export const response = (ctx) => ctx.result.items;`;

/** The owner comes from the credential alone; an id is taken once. */
export const CREATE_NOTE = `${IMPORTS}
export const request = (ctx) => put({
  key: { id: ctx.args.id },
  item: {
    ...ctx.args.input,
    owner: ctx.identity.username,
    isPublic: false,
    audit: 'created by ' + ctx.identity.username,
  },
  condition: { id: { attributeExists: false } },
});${FAIL_OR_RESULT}`;

export const UPDATE_NOTE = `${IMPORTS}${IS_ADMIN}
export function request(ctx) {
  const condition = isAdmin(ctx)
    ? { id: { attributeExists: true } }
    : { owner: { eq: ctx.identity.username } };
  return update({ key: { id: ctx.args.id }, update: { ...ctx.args.input }, condition });
}${REFUSE_OTHERS}`;

export const DELETE_NOTE = `${IMPORTS}${IS_ADMIN}
export function request(ctx) {
  const key = { id: ctx.args.id };
  return isAdmin(ctx) ? remove({ key }) : remove({ key, condition: { owner: { eq: ctx.identity.username } } });
}${REFUSE_OTHERS}`;

export const PUBLISH_NOTE = `${IMPORTS}
export const request = (ctx) => update({
  key: { id: ctx.args.id },
  update: { isPublic: operations.replace(true) },
  condition: { id: { attributeExists: true } },
});${REFUSE_OTHERS}`;

export const NOTE_OF_COMMENT = `${IMPORTS}
export const request = (ctx) => get({ key: { id: ctx.source.noteId } });
export const response = (ctx) => (ctx.result?.isPublic ? ctx.result : null);`;

export const COMMENTS = `${IMPORTS}
export const request = (ctx) => query({ index: 'byNote', query: { noteId: { eq: ctx.source.id } } });
export const response = (ctx) => ctx.result.items;`;

export const ADD_COMMENT = `${IMPORTS}
export const request = (ctx) => put({
  key: { id: util.autoUlid() },
  item: { noteId: ctx.args.noteId, text: ctx.args.text, author: ctx.identity.username },
});${FAIL_OR_RESULT}`;

export const PARTNER = `
export const request = (ctx) => ({ payload: ctx.identity.resolverContext.partner });
export const response = (ctx) => ctx.result;`;

/** Owners listen to their own notes, administrators to all. */
export const OWN_NOTES_ONLY = `${IMPORTS}${IS_ADMIN}
export const request = () => ({ payload: null });
export function response(ctx) {
  if (ctx.args.owner !== ctx.identity.username && !isAdmin(ctx)) util.unauthorized();
  return null;
}`;
