/** The part of a pipeline's before handler that tells the steps what to do, and the after handler's that ends them. */
import type { FederationModel } from '../model/federation-model.ts';
import { innerMap } from '../model/inner-map.ts';
import type { Completion, StepPlace } from '../model/resolver-plan.ts';
import { labelBlocksOf, labelCondition } from './label-code.ts';
import { constantTable, literal, propertyKey } from './module-text.ts';
import {
  IS_TAKEN,
  SELECTED_FIELDS,
  SELECTED_FIELDS_AND_REPEATED,
  WANTED_FIELDS,
  WANTED_FIELDS_AND_BOTH,
  WANTED_FIELDS_AND_CONTEXTS,
  WANTED_FIELDS_AND_REPEATED,
} from './selection-snippets.ts';

/** By their types, which values in other numbers of lists share. */
const known = new WeakMap<Completion['types'], Map<string, readonly string[]>>();

/** Tables and helper functions that a completion needs. @param isJoint - joint calls end it */
export function completionParts(
  model: FederationModel,
  completion: Completion,
  isJoint: boolean,
): readonly string[] {
  const ofTypes = innerMap(known, completion.types);
  const id = `${completion.interfaceObject ?? ''} ${isJoint}`;
  const parts = ofTypes.get(id) ?? partsOf(model, completion, isJoint);
  ofTypes.set(id, parts);
  return parts;
}

function partsOf(model: FederationModel, completion: Completion, isJoint: boolean): readonly string[] {
  const types = completion.types.map(({ typeName, hiddenFields, needs, contextNeeds }): [string, unknown] => [
    typeName,
    {
      conditions: conditionsOf(model, typeName),
      always: typeName === completion.interfaceObject ? hiddenFields : [],
      hidden: hiddenFields,
      needs,
      ...(Object.keys(contextNeeds).length === 0 ? {} : { contextNeeds }),
    },
  ]);
  const hasContexts = completion.types.some((type) => Object.keys(type.contextNeeds).length > 0);
  return [
    constantTable('TYPES', Object.fromEntries(types)),
    isJoint ? SELECTED_FIELDS_AND_REPEATED : SELECTED_FIELDS,
    wantedFields(hasContexts, isJoint),
    ...(hasContexts ? [IS_TAKEN] : []),
    ...labelBlocksOf(completion.types.flatMap((type) => Object.values(type.labelledFields))),
  ];
}

function wantedFields(hasContexts: boolean, isJoint: boolean): string {
  if (isJoint) return hasContexts ? WANTED_FIELDS_AND_BOTH : WANTED_FIELDS_AND_REPEATED;
  return hasContexts ? WANTED_FIELDS_AND_CONTEXTS : WANTED_FIELDS;
}

/** Types that a fragment around fields of an object may name. */
function conditionsOf({ possibleTypes }: FederationModel, typeName: string): readonly string[] {
  const known = abstractTypesByMember.get(possibleTypes) ?? abstractTypesOf(possibleTypes);
  abstractTypesByMember.set(possibleTypes, known);
  return [typeName, ...(known.get(typeName) ?? [])];
}

type PossibleTypes = FederationModel['possibleTypes'];

/** Every pipeline asks: worked out once for each model. */
const abstractTypesByMember = new WeakMap<PossibleTypes, ReadonlyMap<string, readonly string[]>>();

function abstractTypesOf(possibleTypes: PossibleTypes): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, members] of [...possibleTypes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const member of members) found.set(member, [...(found.get(member) ?? []), name]);
  }
  return found;
}

/** Where the entities of each function are: in the field's value, or inside its entities. */
function stepsList({ steps }: Completion): string {
  return `[${steps.map(({ places }) => `[${places.map(placeText).join(', ')}]`).join(', ')}]`;
}

function placeText({ path, rootType, typeName, adds, leftovers, ordinals }: StepPlace): string {
  const ofPath = path.length === 0 ? { path } : { path, rootType, typeName: typeName ?? null };
  return literal({
    ...ofPath,
    ...(adds.length === 0 ? {} : { adds }),
    ...(Object.keys(leftovers).length === 0 ? {} : { leftovers }),
    ...(ordinals === undefined ? {} : { ordinals }),
  });
}

/**
 * Statements that tell the steps what to do.
 *
 * @param defaultType - JavaScript expression: the type of entities that do not tell theirs
 */
export function completionStatements(completion: Completion, defaultType: string, indent: string): string {
  const foreign = completion.types.map(({ typeName, foreignFields, leftoverFields, labelledFields }) => {
    const labelled = Object.entries(labelledFields).map(
      ([name, condition]) => `.concat(${labelCondition(condition)} ? [] : [${literal(name)}])`,
    );
    const always = [...new Set([...foreignFields, ...leftoverFields])].sort();
    return `${propertyKey(typeName)}: ${literal(always)}${labelled.join('')}`;
  });
  return [
    'ctx.stash.wanted = wantedFields(ctx.info);',
    // Written out here: a module whose constants leave it has to be run anew for each call.
    `ctx.stash.steps = ${stepsList(completion)};`,
    'ctx.stash.completion = {',
    `  typeName: ${literal(completion.typeName ?? null)},`,
    `  defaultType: ${defaultType},`,
    `  listDepth: ${completion.listDepth},`,
    `  foreignFields: ${foreign.length === 0 ? '{}' : `{ ${foreign.join(', ')} }`},`,
    '};',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('');
}

/** Deepest list that `rebuild` puts back together: `[[T]]`. */
export const MAX_LIST_DEPTH = 2;

export function rebuildFunction(listDepth: number): string {
  const doc = '/** The completed entities in the shape of the value. */\n';
  if (listDepth === 0) {
    return `${doc}function rebuild(stash) {\n  return stash.value === null ? null : stash.entities[0];\n}`;
  }
  if (listDepth === 1) {
    return `${doc}function rebuild(stash) {\n  return stash.value === null ? null : stash.entities;\n}`;
  }
  return `${doc}function rebuild(stash) {
  if (stash.value === null) {
    return null;
  }
  let next = 0;
  return stash.value.map((row) => {
    const start = next;
    next += row === null ? 1 : row.length;
    return row === null ? null : stash.entities.slice(start, next);
  });
}`;
}
