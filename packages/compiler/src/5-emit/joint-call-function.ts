/**
 * The pipeline function of a joint call: asks one subgraph for fields of the entities that have resolvers of their own,
 * where several would ask. It may bring nothing: then they ask, and the client learns of failures from them.
 */
import type { EmittedFunction } from '../model/appsync-api.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { JointField, JointFields } from '../model/resolver-plan.ts';
import { ALONG_KEY, alongBlocks } from './along-code.ts';
import type { Along } from './along-tables.ts';
import { JOINT_NAMES, JOINT_RESPONSE, jointRequest, WITH_INPUTS } from './joint-call-snippets.ts';
import { constantTable, literal, moduleText } from './module-text.ts';
import { representationStatements } from './representation-code.ts';
import { ENVELOPE_CHECK, IS_PRESENT } from './snippets.ts';
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
    imports: ['runtime'],
    blocks: [
      constantTable('JOINT', jointTable(types)),
      jointRequest(hasInputs(types), along !== undefined),
      JOINT_RESPONSE,
      JOINT_NAMES,
      ...alongBlocks(along),
      ...(hasInputs(types) ? [WITH_INPUTS, ALONG_KEY] : []),
      representFunction(model, types),
      copyFunction(hasLeftovers),
      collectFunctions(hasLeftovers),
      ENVELOPE_CHECK,
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
