/** Modules that ask a Lambda subgraph for one field: root fields, and fields with arguments below the root. */
import type { GraphQLField } from 'graphql';
import type { FederationModel } from '../model/federation-model.ts';
import type { ValuePlan } from '../model/resolver-plan.ts';
import { argumentsWithDefaults } from './argument-defaults.ts';
import { moduleText } from './module-text.ts';
import { representationStatements } from './representation-code.ts';
import { IS_ENVELOPE, IS_PRESENT, READ_ANSWER } from './snippets.ts';

export interface CallInput {
  readonly model: FederationModel;
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly value: Extract<ValuePlan, { kind: 'root-call' | 'joined-call' }>;
}

/** One module with request and response; the same text serves as unit resolver and as pipeline function. */
export function emitCallCode(input: CallInput): string {
  const { typeName, field, value } = input;
  const hasKeys = value.kind === 'joined-call' && value.keys.length > 0;
  return moduleText({
    header: [`${typeName}.${field.name}: asks subgraph "${value.subgraph}".`],
    imports: ['util'],
    blocks: [
      requestFunction(input),
      READ_ANSWER,
      ...(hasKeys ? [representFunction(input), IS_PRESENT] : []),
      IS_ENVELOPE,
    ],
  });
}

function requestFunction({ typeName, field, value }: CallInput): string {
  const args = argumentsWithDefaults(field);
  const isRoot = value.kind === 'root-call';
  const hasKeys = value.kind === 'joined-call' && value.keys.length > 0;
  const source = isRoot ? 'null' : hasKeys ? 'source' : 'ctx.source';
  const noKey = `  const source = represent(ctx.source);
  if (source === null) {
    util.error('${typeName}.${field.name} needs a key of ${typeName}, which its parent does not have.', 'MissingKey');
  }
`;
  return `
export function request(ctx) {
${hasKeys ? noKey : ''}  return {
    operation: '${isRoot ? 'Invoke' : 'BatchInvoke'}',
    payload: {
      arguments: ${args},
      identity: ctx.identity,
      source: ${source},
      request: ctx.request,
      prev: null,
      info: {
        fieldName: ctx.info.fieldName,
        parentTypeName: ctx.info.parentTypeName,
        variables: ctx.info.variables,
        selectionSetList: ctx.info.selectionSetList,
        selectionSetGraphQL: ctx.info.selectionSetGraphQL,
      },
      stash: {},
    },
  };
}
`;
}

function representFunction({ model, typeName, value }: CallInput): string {
  if (value.kind !== 'joined-call') return '';
  const shape = { typeName, keys: value.keys, requires: value.requires };
  return `/** The representation by the first key that is present; null when there is none. */
function represent(entity) {
${representationStatements(model, shape, '  ')}  return null;
}`;
}
