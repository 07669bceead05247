/**
 * The pipeline function of a joint call: asks one subgraph for fields of the entities that have resolvers of their own,
 * where several would ask. It may bring nothing: then they ask, and the client learns of failures from them.
 */
import type { EmittedFunction } from '../model/appsync-api.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { JointField, JointFields } from '../model/resolver-plan.ts';
import { ALONG_KEY, alongBlocks } from './along-code.ts';
import type { Along } from './along-tables.ts';
import { constantTable, literal, moduleText } from './module-text.ts';
import { representationStatements } from './representation-code.ts';
import { IS_ENVELOPE, IS_PRESENT } from './snippets.ts';
import { collectFunctions } from './step-snippets.ts';

export interface JointCallInput {
  readonly model: FederationModel;
  readonly subgraph: string;
  readonly types: readonly JointFields[];
  readonly along: Along | undefined;
  /** Some function may go on answering what another subgraph has taken from it. */
  readonly hasLeftovers: boolean;
  readonly dataSource: string;
  readonly maxBatchSize: number;
}

/** Function names are letters, digits and underscores. */
export function jointCallName(subgraph: string): string {
  return `${subgraph.replaceAll('-', '_')}_fields`;
}

export function emitJointCall(input: JointCallInput): EmittedFunction {
  const { model, subgraph, types, along, hasLeftovers, dataSource, maxBatchSize } = input;
  const names = types.map(({ typeName, fields }) => {
    return `${typeName} { ${fields.map(({ fieldName }) => fieldName).join(' ')} }`;
  });
  const code = moduleText({
    header: [
      `Joint call: asks subgraph "${subgraph}" once for fields that would each ask by their own resolvers.`,
      ...names.map((one) => `  ${one}`),
    ],
    imports: ['util', 'runtime'],
    blocks: [
      constantTable('JOINT', jointTable(types)),
      requestCode(hasInputs(types), along !== undefined),
      RESPONSE,
      JOINT_NAMES,
      ...alongBlocks(along),
      ...(hasInputs(types) ? [WITH_INPUTS, ALONG_KEY] : []),
      representFunction(model, types),
      copyFunction(hasLeftovers),
      collectFunctions(hasLeftovers),
      IS_ENVELOPE,
      IS_PRESENT,
    ],
  });
  const description = `Asks ${subgraph} once for several of ${names.join(', ')}.`;
  return { name: jointCallName(subgraph), dataSource, code, maxBatchSize, description };
}

function hasInputs(types: readonly JointFields[]): boolean {
  return types.some(({ fields }) => fields.some(({ inputs }) => inputs.length > 0));
}

function jointTable(types: readonly JointFields[]): Readonly<Record<string, unknown>> {
  const row = ({ kind, hasArguments, neededBy, inputs }: JointField) => ({
    kind,
    hasArguments,
    ...(neededBy.length === 0 ? {} : { neededBy }),
    ...(inputs.length === 0
      ? {}
      : {
          inputs: inputs.map(({ storedAs, fieldName, arguments: args }) => ({
            storedAs,
            name: fieldName,
            args,
          })),
        }),
  });
  return Object.fromEntries(
    types.map(({ typeName, fields }) => [
      typeName,
      Object.fromEntries(fields.map((field) => [field.fieldName, row(field)])),
    ]),
  );
}

function representFunction(model: FederationModel, types: readonly JointFields[]): string {
  const kinds = new Map(
    types.flatMap(({ typeName, fields }) =>
      fields.map(({ kind, keys, requires }) => [kind, { typeName, keys, requires }] as const),
    ),
  );
  const branches = [...kinds].map(
    ([kind, shape]) =>
      `  if (kind === ${literal(kind)}) {\n${representationStatements(model, shape, '    ')}  }\n`,
  );
  return `/** The representation by the first key that is present; null when there is none, or a required field is missing. */
function represent(entity, kind) {
${branches.join('')}  return null;
}`;
}

function requestCode(hasInputsOfCalls: boolean, hasAlong: boolean): string {
  const entity = hasInputsOfCalls ? 'withInputs(entity, names)' : 'entity';
  return `
export function request(ctx) {
  const wanted = ctx.stash.wanted;
  /** @type {any} */
  const representations = [];
  /** @type {any} */
  const kinds = [];
  /** @type {any} */
  const slotByText = {};
  /** @type {any} */
  const reasons = {};
  // For each entity the index of its representation for each kind of fields.
  ctx.stash.slots = collect(ctx, { path: [] }).map((entity) => {
    /** @type {any} */
    const slots = {};
    const names = jointNames(entity, wanted);
    names.forEach((name) => {
      const { kind, neededBy } = JOINT[entity.__typename][name];
      const representation = represent(${entity}, kind);
      if (representation === null) {
        return;
      }
      const text = kind + ' ' + JSON.stringify(representation);
      if (!Object.hasOwn(slotByText, text)) {
        slotByText[text] = representations.length;
        representations.push(representation);
        kinds.push(kind);
      }
      slots[kind] = slotByText[text];
      const calls = [name].concat(wanted['*.' + name] ? ['*.' + name] : []);
      calls.concat((neededBy ? neededBy : []).filter((one) => wanted[entity.__typename + '.' + one])).forEach((one) => {
        reasons[entity.__typename + '.' + name + ' ' + one] = true;
      });
    });
    return slots;
  });
  // What would be one call is left to the field's own resolver, and no other field waits for it.
  if (Object.keys(reasons).length < 2) {
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
        variables: ctx.info.variables,
        selectionSetList: Object.keys(reasons).map((one) => one.split(' ')[0].split('.')[1]),
        selectionSetGraphQL: ctx.info.selectionSetGraphQL,
${hasAlong ? '        along: { ...along(ctx.info.selectionSetGraphQL), kinds },\n' : ''}      },
      stash: {},
    },
  };
}
`;
}

const RESPONSE = `
export function response(ctx) {
  const answer = isEnvelope(ctx.result) ? ctx.result : { data: ctx.result };
  const hasFailed = isPresent(ctx.error) || typeof answer.errorMessage === 'string' || isPresent(answer.errors);
  const fetched = hasFailed || !isPresent(answer.data) ? [] : answer.data;
  collect(ctx, { path: [] }).forEach((entity, index) => {
    const slots = ctx.stash.slots[index];
    Object.keys(slots).forEach((kind) => {
      const found = fetched[slots[kind]];
      if (isPresent(found) && !isEnvelope(found) && typeof found.errorMessage !== 'string') {
        copyFields(entity, found, jointNames(entity, ctx.stash.wanted).filter((name) => JOINT[entity.__typename][name].kind === kind));
      }
    });
  });
  return { isSkipped: false };
}
`;

const JOINT_NAMES = `
/** Names of joint fields that are selected of the entity and not there yet. */
function jointNames(entity, wanted) {
  const fields = isPresent(entity) ? JOINT[entity.__typename] : null;
  if (!fields) {
    return [];
  }
  const keys = Object.keys(entity);
  return Object.keys(fields).filter((name) => {
    const isThere = fields[name].hasArguments ? keys.some((key) => key.startsWith(name + '(')) : Object.hasOwn(entity, name);
    return wanted[entity.__typename + '.' + name] === true && !isThere;
  });
}
`;

const WITH_INPUTS = `
/** The entity with what came along for fields that require it with arguments. */
function withInputs(entity, names) {
  /** @type {any} */
  const known = { ...entity };
  names.forEach((name) => {
    const { inputs } = JOINT[entity.__typename][name];
    (inputs ? inputs : []).forEach((input) => {
      const key = alongKey(input.name, input.args);
      if (Object.hasOwn(entity, key)) {
        known[input.storedAs] = entity[key];
      }
    });
  });
  return known;
}
`;

function copyFunction(hasLeftovers: boolean): string {
  const note = `
      entity.__fetched = (entity.__fetched ? entity.__fetched : []).concat([name]);`;
  return `/** Copies what the call brought: plain fields, and values of fields with arguments under name and arguments. */
function copyFields(entity, found, names) {
  names.forEach((name) => {
    if (!JOINT[entity.__typename][name].hasArguments && Object.hasOwn(found, name)) {
      entity[name] = found[name];${hasLeftovers ? note : ''}
    }
  });
  Object.keys(found)
    .filter((name) => name.endsWith(')'))
    .forEach((name) => {
      entity[name] = found[name];
    });
}`;
}
