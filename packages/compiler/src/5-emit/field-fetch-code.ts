/** Functions that ask a subgraph for one entity, by key of the parent: for one field, or for an input of a field. */
import type { FederationModel } from '../model/federation-model.ts';
import type { FetchGroup, FieldFetch } from '../model/resolver-plan.ts';
import { labelBlocksOf, labelCondition } from './label-code.ts';
import { literal, moduleText } from './module-text.ts';
import { entitiesPayload } from './payload-code.ts';
import { representFunction } from './representation-code.ts';
import { IS_ENVELOPE, IS_PRESENT, LACKS, MERGE } from './snippets.ts';

export interface FieldFetchInput {
  readonly model: FederationModel;
  readonly fieldName: string;
  readonly fetch: FieldFetch;
  /** Place among the field's fetches: those before `ctx.stash.first` are not needed. */
  readonly index: number;
  /** One of the field's fetches may be enough, whatever others would add below the first level. */
  readonly hasMisses: boolean;
}

/** Asks when the parent's value has no such field, or lacks selected fields below it that this subgraph adds. */
export function emitFieldFetch({ model, fieldName, fetch, index, hasMisses }: FieldFetchInput): string {
  const { group, adds } = fetch;
  const lacks = '!lacks(value, ctx.stash.selected)';
  const isComplete = hasMisses ? `(ctx.stash.isWhole || ${lacks})` : lacks;
  const isDone = adds.length === 0 ? '!ctx.stash.isAbsent' : `(!ctx.stash.isAbsent && ${isComplete})`;
  const label = group.condition === undefined ? '' : `!(${labelCondition(group.condition)}) || `;
  const isSkipped = fetch.covers.length === 0 ? '' : `(ctx.stash.isAbsent && ctx.stash.first > ${index}) || `;
  const added = adds.length === 0 ? 'ctx.prev.result' : `merge(ctx.prev.result, found.${fieldName})`;
  return moduleText({
    header: [
      `${group.typeName}.${fieldName}: asks subgraph "${group.subgraph}" for what the parent's value lacks.`,
    ],
    imports: ['util', 'runtime'],
    blocks: [
      ...(adds.length === 0 ? [] : [`const ADDS = ${literal(adds)};`]),
      `export function request(ctx) {
  const value = ctx.prev.result;
  const representation = ${label}${isSkipped}${isDone} ? null : represent({ ...ctx.source, ...ctx.stash.inputs });
  if (representation === null) {
    runtime.earlyReturn(value);
  }
${entitiesPayload({ args: ENTITY_ARGUMENTS, selectionSetList: `['${fieldName}']`, selection: entitySelection(model, group.typeName, fieldName) })}}`,
      READ_ENTITY,
      `export function response(ctx) {
  const found = readEntity(ctx);
  if (found === null || !Object.hasOwn(found, '${fieldName}')) {
    return ctx.prev.result;
  }
  const isAbsent = ctx.stash.isAbsent;
  ctx.stash.isAbsent = false;
  return isAbsent ? found.${fieldName} : ${added};
}`,
      representFunction(model, group),
      ...(adds.length === 0 ? [] : [LACKS, MERGE]),
      IS_PRESENT,
      IS_ENVELOPE,
      ...labelBlocksOf([group.condition]),
    ],
  });
}

/** Keeps the fields of a group as inputs of what comes next. */
export function emitInputFetch(model: FederationModel, group: FetchGroup): string {
  const isDone = 'ctx.stash.isAbsent === false';
  const fields = model.types.get(group.typeName)?.fields;
  // What the parent's value has of an object or a list may be a part.
  const isKnown = group.fields.every((name) => fields?.get(name)?.isComposite === false)
    ? `(${isDone} || FIELDS.every((name) => Object.hasOwn(ctx.source, name)))`
    : isDone;
  return moduleText({
    header: [
      `${group.typeName} { ${group.fields.join(' ')} }: asked of subgraph "${group.subgraph}", because a field requires it.`,
    ],
    imports: ['util', 'runtime'],
    blocks: [
      `const FIELDS = ${literal(group.fields)};`,
      `export function request(ctx) {
  const representation = ${isKnown} ? null : represent({ ...ctx.source, ...ctx.stash.inputs });
  if (representation === null) {
    runtime.earlyReturn(ctx.prev.result);
  }
${entitiesPayload({ args: ENTITY_ARGUMENTS, selectionSetList: 'FIELDS', selection: "''" })}}`,
      READ_ENTITY,
      `export function response(ctx) {
  const found = readEntity(ctx);
  /** @type {any} */
  const inputs = { ...ctx.stash.inputs };
  // An answer may have more of the entity, but in part: steps have completed what the parent's value has.
  FIELDS.forEach((name) => {
    if (found !== null && Object.hasOwn(found, name)) {
      inputs[name] = found[name];
    }
  });
  ctx.stash.inputs = inputs;
  return ctx.prev.result;
}`,
      representFunction(model, group),
      IS_PRESENT,
      IS_ENVELOPE,
    ],
  });
}

/** JavaScript expression. */
const ENTITY_ARGUMENTS = '{ representations: [representation] }';

/** JavaScript expression: the selection of the entity, of which the field is all that is wanted. */
function entitySelection(model: FederationModel, typeName: string, fieldName: string): string {
  const isComposite = model.types.get(typeName)?.fields.get(fieldName)?.isComposite ?? false;
  return isComposite ? `'{ ${fieldName} ' + ctx.info.selectionSetGraphQL + ' }'` : `'{ ${fieldName} }'`;
}

/** The entity of the answer, or null; its errors are added to the field's. */
const READ_ENTITY = `
function readEntity(ctx) {
  if (ctx.error) {
    util.appendError(ctx.error.message, ctx.error.type);
    return null;
  }
  const answer = isEnvelope(ctx.result) ? ctx.result : { data: ctx.result };
  const found = isPresent(answer.data) ? answer.data[0] : null;
  const failed = typeof answer.errorMessage === 'string' ? answer : found;
  if (isPresent(failed) && typeof failed.errorMessage === 'string' && isEnvelope(failed)) {
    util.appendError(failed.errorMessage, failed.errorType, null, failed.errorInfo);
    return null;
  }
  appendErrors(answer.errors);
  if (isPresent(found) && isPresent(found.errors) && isEnvelope(found)) {
    appendErrors(found.errors);
    return isPresent(found.data) ? found.data : null;
  }
  return isPresent(found) ? found : null;
}
`;
