/** The pipeline function of one fetch step: asks one subgraph for the entities of the field's value, in one list. */
import type { EmittedFunction } from '../model/appsync-api.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { FetchGroup, FetchStep } from '../model/resolver-plan.ts';
import { constantTable, literal, moduleText } from './module-text.ts';
import { representationStatements } from './representation-code.ts';
import { COLLECT, IS_ENVELOPE, IS_PRESENT } from './snippets.ts';

export interface StepFunctionInput {
  readonly model: FederationModel;
  readonly step: FetchStep;
  /** All groups of the step, one for each entity type. */
  readonly groups: readonly FetchGroup[];
  readonly dataSource: string;
  readonly maxBatchSize: number;
}

/** Function names are letters, digits and underscores. */
export function stepFunctionName({ subgraph, ordinal }: FetchStep): string {
  return `${subgraph.replaceAll('-', '_')}_entities${ordinal === 0 ? '' : `_${ordinal + 1}`}`;
}

export function emitStepFunction({
  model,
  step,
  groups,
  dataSource,
  maxBatchSize,
}: StepFunctionInput): EmittedFunction {
  const description = `Fetches ${groups.map(({ typeName, fields }) => `${typeName} { ${fields.join(' ')} }`).join(', ')} from ${step.subgraph}.`;
  const code = moduleText({
    header: [`Step: fetches entities from subgraph "${step.subgraph}".`, ...groups.map(describeGroup)],
    imports: ['util', 'runtime'],
    blocks: [
      constantTable('FIELDS', Object.fromEntries(groups.map(({ typeName, fields }) => [typeName, fields]))),
      REQUEST,
      RESPONSE,
      representFunction(model, groups),
      IS_NEEDED,
      COLLECT,
      IS_ENVELOPE,
      IS_PRESENT,
    ],
  });
  return { name: stepFunctionName(step), dataSource, code, maxBatchSize, description };
}

function describeGroup({ typeName, keys, requires, fields }: FetchGroup): string {
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

const IS_NEEDED = `
/** True when a wanted field of this step is not there yet. \`wanted\` null: any field may be asked for. */
function isNeeded(entity, wanted) {
  const fields = FIELDS[entity.__typename];
  if (!fields) {
    return false;
  }
  return fields.some((name) => (wanted === null || wanted[name] === true) && !Object.hasOwn(entity, name));
}
`;

const REQUEST = `
export function request(ctx) {
  const entities = collect(ctx);
  /** @type {any} */
  const representations = [];
  /** @type {any} */
  const slotByText = {};
  // For each entity the index of its representation, or -1: equal representations are asked for once.
  ctx.stash.slots = entities.map((entity) => {
    if (!isPresent(entity) || !isNeeded(entity, ctx.stash.wanted)) {
      return -1;
    }
    const representation = represent(entity);
    if (representation === null) {
      return -1;
    }
    const text = JSON.stringify(representation);
    if (!Object.hasOwn(slotByText, text)) {
      slotByText[text] = representations.length;
      representations.push(representation);
    }
    return slotByText[text];
  });
  if (representations.length === 0) {
    runtime.earlyReturn({ isSkipped: true });
  }
  return {
    operation: 'BatchInvoke',
    payload: {
      arguments: { representations },
      identity: ctx.identity,
      source: null,
      request: ctx.request,
      prev: null,
      info: {
        fieldName: '_entities',
        parentTypeName: 'Query',
        variables: {},
        selectionSetList: ctx.stash.wanted === null ? [] : Object.keys(ctx.stash.wanted),
        selectionSetGraphQL: '',
      },
      stash: {},
    },
  };
}
`;

const RESPONSE = `
export function response(ctx) {
  if (ctx.error) {
    util.appendError(ctx.error.message, ctx.error.type);
    return { isSkipped: true };
  }
  const answer = isEnvelope(ctx.result) ? ctx.result : { data: ctx.result };
  if (typeof answer.errorMessage === 'string') {
    util.appendError(answer.errorMessage, answer.errorType, null, answer.errorInfo);
    return { isSkipped: true };
  }
  const fetched = answer.data ? answer.data : [];
  ctx.stash.entities.forEach((entity, index) => {
    const slot = ctx.stash.slots[index];
    const found = slot === -1 ? null : fetched[slot];
    if (isPresent(found)) {
      if (typeof found.errorMessage === 'string' && isEnvelope(found)) {
        util.appendError(found.errorMessage, found.errorType, null, found.errorInfo);
      } else {
        FIELDS[entity.__typename].forEach((name) => {
          if (Object.hasOwn(found, name)) {
            entity[name] = found[name];
          }
        });
      }
    }
  });
  return { isSkipped: false };
}
`;
