/** The pipeline function of one fetch step: asks one subgraph for the entities of the field's value, in one list. */
import type { EmittedFunction } from '../model/appsync-api.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import { alongBlocks } from './along-code.ts';
import type { Along } from './along-tables.ts';
import { constantTable, literal, moduleText } from './module-text.ts';
import { objectTypesBlocks, objectTypesOf } from './object-types-code.ts';
import { entitiesPayload } from './payload-code.ts';
import { representationStatements } from './representation-code.ts';
import { conditionTable, labelBlocks } from './label-code.ts';
import { IS_ENVELOPE, IS_PRESENT, LACKS_PATH, MERGE } from './snippets.ts';
import { ALONG_COPY, stepResponse } from './step-response.ts';
import { IS_LEFT_OUT } from './selection-snippets.ts';
import { SELECTION_AT } from './inner-selection-snippet.ts';
import {
  collectFunctions,
  IS_LEFT_TO_FIELDS,
  IS_NEEDED,
  LACKING_PARTS,
  noteReasonsFunction,
} from './step-snippets.ts';
import { wantedNamesFunction } from './wanted-names.ts';

export interface StepFunctionInput {
  readonly model: FederationModel;
  readonly step: Pick<FetchGroup, 'subgraph' | 'ordinal'>;
  /** All groups of the step, one for each entity type. */
  readonly groups: readonly FetchGroup[];
  /** Some pipeline asks it for what a composite field of an entity lacks. */
  readonly isAdding: boolean;
  /** What the answers may bring along. */
  readonly along: Along | undefined;
  /** Some function may go on answering what another subgraph has taken from it. */
  readonly hasLeftovers: boolean;
  /** The data source answers with what is selected. */
  readonly isOverHttp: boolean;
  readonly dataSource: string;
  readonly maxBatchSize: number;
}

/** Function names are letters, digits and underscores. */
export function stepFunctionName({ subgraph, ordinal }: Pick<FetchGroup, 'subgraph' | 'ordinal'>): string {
  return `${subgraph.replaceAll('-', '_')}_entities${ordinal === 0 ? '' : `_${ordinal + 1}`}`;
}

export function emitStepFunction({
  model,
  step,
  groups,
  isAdding,
  along,
  hasLeftovers,
  isOverHttp,
  dataSource,
  maxBatchSize,
}: StepFunctionInput): EmittedFunction {
  const description = `Fetches ${groups.map(({ typeName, fields }) => `${typeName} { ${fields.join(' ')} }`).join(', ')} from ${step.subgraph}.`;
  const lazy = groups.flatMap((group) =>
    group.lazy === undefined ? [] : [[group.typeName, group.lazy] as const],
  );
  // Selections show what is needed of object types: a server is asked for their keys beside fields of other subgraphs.
  const objectTypes = isOverHttp ? undefined : objectTypesOf(model, groups);
  const code = moduleText({
    header: [`Step: fetches entities from subgraph "${step.subgraph}".`, ...groups.map(describeGroup)],
    imports: ['util', 'runtime'],
    blocks: [
      constantTable('FIELDS', Object.fromEntries(groups.map(({ typeName, fields }) => [typeName, fields]))),
      ...(lazy.length === 0 ? [] : [constantTable('LAZY', Object.fromEntries(lazy))]),
      ...conditionTable(groups),
      requestCode(groups, { isAdding, isOverHttp, hasLazy: lazy.length > 0, along }),
      wantedNamesFunction({ isAdding, tellsTypes: objectTypes !== undefined }),
      ...objectTypesBlocks(objectTypes),
      stepResponse(),
      ...alongBlocks(along),
      ...copyFunction(model, groups, { hasAlong: along !== undefined, hasLeftovers }),
      representFunction(model, groups),
      IS_NEEDED,
      ...(lazy.length > 0 ? [noteReasonsFunction(isAdding)] : []),
      ...(lazy.length > 0 && !isAdding ? [IS_LEFT_TO_FIELDS] : []),
      ...(isAdding ? [LACKING_PARTS, LACKS_PATH] : []),
      ...(isOverHttp ? [SELECTION_AT, IS_LEFT_OUT] : []),
      collectFunctions(hasLeftovers),
      IS_ENVELOPE,
      IS_PRESENT,
      ...labelBlocks(groups),
    ],
  });
  return { name: stepFunctionName(step), dataSource, code, maxBatchSize, description };
}

export function describeGroup({ typeName, keys, requires, fields }: FetchGroup): string {
  const by = keys.map(({ text }) => `(${text})`).join(' or ');
  const after = requires === undefined ? '' : `, requires (${requires.text})`;
  return `  ${typeName} by key ${by}${after}: ${fields.join(', ')}`;
}

function representFunction(model: FederationModel, groups: readonly FetchGroup[]): string {
  const branches = groups.map(
    (group) =>
      `  if (entity.__typename === ${literal(group.typeName)}) {\n${representationStatements(model, group, '    ')}  }\n`,
  );
  return `/** The representation by the first key that is present; null when there is none. */
function represent(entity) {
${branches.join('')}  return null;
}`;
}

/** What `isLeft` says further below, before entities are looked at: with few fields of the step selected it is always so. */
const LEFT_AT_ONCE = `  if (places.every((place) => place.path.length === 0) && isLeftToFields(wanted)) {
    runtime.earlyReturn({ isSkipped: true });
  }
`;

/** A step whose fields have an override label asks only while the label says so. */
function requestCode(
  groups: readonly FetchGroup[],
  {
    isAdding,
    isOverHttp,
    hasLazy,
    along,
  }: {
    readonly isAdding: boolean;
    readonly isOverHttp: boolean;
    readonly hasLazy: boolean;
    readonly along: Along | undefined;
  },
): string {
  const isAtValues = 'places.every((place) => place.path.length === 0)';
  const hasKinds = along?.hasKinds === true;
  const ofAlong = hasKinds
    ? '{ ...along(ctx.info.selectionSetGraphQL), kinds }'
    : 'along(ctx.info.selectionSetGraphQL)';
  const holds = groups.some(({ condition }) => condition !== undefined) ? ' || !holds(ctx, entity)' : '';
  const isNeeded = `isNeeded(entity, places[at], wanted)`;
  const needed = isAdding ? `(${isNeeded} || lackingParts(entity, places[at], wanted).length > 0)` : isNeeded;
  return `
export function request(ctx) {
  const places = ctx.stash.steps[0];
  ctx.stash.places = places;
  ctx.stash.steps = ctx.stash.steps.slice(1);
  const lists = places.map((place) => collect(ctx, place));
  const wanted = ctx.stash.wanted;
${hasLazy && !isAdding ? LEFT_AT_ONCE : ''}  /** @type {any} */
  const representations = [];
${hasKinds ? '  /** @type {any} */\n  const kinds = [];\n' : ''}  /** @type {any} */
  const slotByText = {};
${
  hasLazy ? '  /** @type {any} */\n  const reasons = {};\n' : ''
}  // For each entity the index of its representation, or -1: equal representations are asked for once.
  ctx.stash.slots = lists.map((entities, at) =>
    entities.map((entity) => {
      if (!isPresent(entity) || !${needed}${holds}) {
        return -1;
      }
      const representation = represent(entity);
      if (representation === null) {
        return -1;
      }
${hasLazy ? '      noteReasons(reasons, entity, places[at], wanted);\n' : ''}      const text = JSON.stringify(representation);
      if (!Object.hasOwn(slotByText, text)) {
        slotByText[text] = representations.length;
        representations.push(representation);
${hasKinds ? '        kinds.push(entity.__typename);\n' : ''}      }
      return slotByText[text];
    }),
  );
${
  hasLazy
    ? `  // For one field of one type alone its own resolver asks, and no other field waits for it.
  const isLeft = Object.keys(reasons).length === 1 && !reasons[''];
  if (representations.length === 0 || isLeft) {`
    : '  if (representations.length === 0) {'
}
    runtime.earlyReturn({ isSkipped: true });
  }
${entitiesPayload({
  args: '{ representations }',
  selectionSetList: 'wantedNames(lists, places, wanted)',
  selection: isOverHttp
    ? 'selectionAt(ctx.info, places)'
    : `${isAtValues} ? ctx.info.selectionSetGraphQL : ''`,
  more: `${isOverHttp ? '        wantsWhole: places.some((place) => place.path.length > 0),\n' : ''}${along === undefined ? '' : `        along: ${isAtValues} ? ${ofAlong} : null,\n`}`,
})}}
`;
}

/** Copies what the call brought; what is there already stays, and gains what it lacks below. */
function copyFunction(
  model: FederationModel,
  groups: readonly FetchGroup[],
  { hasAlong, hasLeftovers }: { readonly hasAlong: boolean; readonly hasLeftovers: boolean },
): string[] {
  const along = groups.flatMap(({ typeName, along: names }) =>
    names.length === 0 ? [] : [[typeName, names] as const],
  );
  const isComposite = groups.some(({ typeName, fields, along: names }) =>
    [...fields, ...names].some((name) => model.types.get(typeName)?.fields.get(name)?.isComposite),
  );
  const isFinding = groups.some(({ fields }) => fields.includes('__typename'));
  const findType = `  if (FIELDS[entity.__typename].indexOf('__typename') > -1) {
    entity.__typename = found.__typename;
  }
`;
  const names =
    along.length === 0
      ? 'FIELDS[entity.__typename]'
      : '[FIELDS[entity.__typename], ALONG[entity.__typename]].flat()';
  return [
    ...(along.length === 0 ? [] : [constantTable('ALONG', Object.fromEntries(along))]),
    `/** Copies what the call brought; what is there already stays${isComposite ? ', and gains what it lacks below' : ''}. */
function copyFields(entity, found) {
${isFinding ? findType : ''}  const names = ${names};
  ${isFinding ? '(names ? names : [])' : 'names'}.forEach((name) => {
    if (${along.length === 0 ? '' : 'isPresent(name) && '}Object.hasOwn(found, name)) {
      entity[name] = ${isComposite ? 'Object.hasOwn(entity, name) ? merge(entity[name], found[name]) : found[name]' : 'Object.hasOwn(entity, name) ? entity[name] : found[name]'};${hasLeftovers ? '\n      entity.__fetched = (entity.__fetched ? entity.__fetched : []).concat([name]);' : ''}
    }
  });
${hasAlong ? ALONG_COPY : ''}}`,
    ...(isComposite ? [MERGE] : []),
  ];
}
