/** Modules that ask a Lambda subgraph for one field: root fields, and fields with arguments below the root. */
import type { GraphQLField } from 'graphql';
import type { ContextArgument, FederationModel, FieldSet, KeyFieldSet } from '../model/federation-model.ts';
import type { RequiredInput, RootAlternative } from '../model/resolver-plan.ts';
import { argumentsWithDefaults } from './argument-defaults.ts';
import { argumentsFromContexts } from './context-code.ts';
import { literal, moduleText } from './module-text.ts';
import { representationStatements } from './representation-code.ts';
import type { RepresentationShape } from './representation-code.ts';
import { IS_ENVELOPE, IS_PRESENT, LACKS, MERGE, READ_ANSWER, VALUE_KEY } from './snippets.ts';

export interface RootCallInput {
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly subgraph: string;
}

/** One module with request and response; the same text serves as unit resolver and as pipeline function. */
export function emitRootCall({ typeName, field, subgraph }: RootCallInput): string {
  return moduleText({
    header: [`${typeName}.${field.name}: asks subgraph "${subgraph}".`],
    imports: ['util'],
    blocks: [
      `export function request(ctx) {\n${payload({ operation: 'Invoke', args: argumentsWithDefaults(field), source: 'null' })}}`,
      READ_ANSWER,
      IS_ENVELOPE,
    ],
  });
}

/** One of several subgraphs that answer a root field: the first is asked, another for what the answer lacks. */
export function emitRootAlternative(
  { typeName, field, subgraph, hasMisses }: RootCallInput & { readonly hasMisses: boolean },
  { adds }: RootAlternative,
  index: number,
): string {
  return moduleText({
    header: [
      `${typeName}.${field.name}: asks subgraph "${subgraph}" if it is the first to ask${adds.length === 0 ? '' : ', or to add what the answer lacks'}.`,
    ],
    imports: ['util', 'runtime'],
    blocks: [
      `const ADDS = ${literal(adds)};`,
      `export function request(ctx) {
  const isLacking = ${hasMisses ? '!ctx.stash.isWhole && ' : ''}ctx.stash.first < ${index} && lacks(ctx.prev.result, ctx.stash.selected);
  if (ctx.stash.first !== ${index} && !isLacking) {
    runtime.earlyReturn(ctx.prev.result);
  }
${payload({ operation: 'Invoke', args: argumentsWithDefaults(field), source: 'null' })}}`,
      READ_ANSWER.replace('export function response(ctx)', 'function readAnswer(ctx)'),
      `export function response(ctx) {
  const answer = readAnswer(ctx);
  return ctx.stash.first === ${index} ? answer : merge(ctx.prev.result, answer);
}`,
      LACKS,
      MERGE,
      IS_PRESENT,
      IS_ENVELOPE,
    ],
  });
}

export interface JoinedCallInput {
  readonly model: FederationModel;
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly subgraph: string;
  /** Empty: the parent's value is the source as it is. */
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
  readonly contextArguments: readonly ContextArgument[];
  /** The value may be in the parent already: one operation asks for nested fields with their arguments. */
  readonly isOverHttp: boolean;
}

/** Asks for a field with arguments; the event's source is the parent's representation. */
export function emitJoinedCall(input: JoinedCallInput): string {
  const { typeName, field, subgraph, keys, contextArguments } = input;
  // An argument from a context is known only here: no earlier operation can have brought the value along.
  if (input.isOverHttp && contextArguments.length === 0) return emitJoinedHttpCall(input);
  const hasKeys = keys.length > 0;
  const info = infoOf(input);
  const noKey = `  const source = represent({ ...ctx.source, ...ctx.stash.inputs });
  if (source === null) {
    util.error('${typeName}.${field.name} needs a key of ${typeName}, which its parent does not have.', 'MissingKey');
  }
`;
  const source = hasKeys ? 'source' : 'ctx.source';
  const args = argumentsFromContexts(argumentsWithDefaults(field), contextArguments);
  return moduleText({
    header: [`${typeName}.${field.name}: asks subgraph "${subgraph}".`],
    imports: ['util'],
    blocks: [
      `export function request(ctx) {
${hasKeys ? noKey : ''}${payload({ operation: 'BatchInvoke', args, source, ...info })}}`,
      READ_ANSWER,
      ...(hasKeys ? [representFunction(input.model, input), IS_PRESENT] : []),
      IS_ENVELOPE,
    ],
  });
}

/** A subgraph in which the type's interface is an object knows the field as one of the interface. */
function infoOf({ typeName, keys }: JoinedCallInput): Pick<Payload, 'parentTypeName'> {
  const askedAs = keys[0]?.askedAs ?? typeName;
  return askedAs === typeName ? {} : { parentTypeName: literal(askedAs) };
}

/** The same for a GraphQL server: what an earlier operation brought along is in the parent under a key of its own. */
function emitJoinedHttpCall(input: JoinedCallInput): string {
  const { typeName, field, subgraph, keys } = input;
  const hasKeys = keys.length > 0;
  return moduleText({
    header: [
      `${typeName}.${field.name}: asks subgraph "${subgraph}", unless the parent has it for these arguments.`,
    ],
    imports: ['util', 'runtime'],
    blocks: [
      `export function request(ctx) {
  const key = valueKey(ctx);
  if (isPresent(ctx.source[key])) {
    runtime.earlyReturn(ctx.source[key]);
  }
  // A null that is known already: the adapter hands it back.
  const isKnown = Object.hasOwn(ctx.source, key);
  const source = isKnown ? { [ctx.info.fieldName]: null } : ${hasKeys ? 'represent({ ...ctx.source, ...ctx.stash.inputs })' : 'null'};
  if (source === null) {
    util.error('${typeName}.${field.name} ${hasKeys ? `needs a key of ${typeName}, which its parent does not have.', 'MissingKey'` : `was not asked for with its parent: a named fragment hid it.', 'HiddenSelection'`});
  }
${payload({ operation: 'BatchInvoke', args: `isKnown ? {} : ${argumentsWithDefaults(field)}`, source: 'source' })}}`,
      READ_ANSWER,
      VALUE_KEY,
      ...(hasKeys ? [representFunction(input.model, input)] : []),
      IS_PRESENT,
      IS_ENVELOPE,
    ],
  });
}

/** Asks for a field with arguments that a `@requires` writes out, and keeps it for what comes next. */
export function emitInputCall(
  model: FederationModel,
  input: Extract<RequiredInput, { kind: 'call' }>,
): string {
  const { typeName, fieldName, subgraph, storedAs } = input;
  const askedAs = input.keys[0]?.askedAs ?? typeName;
  const info = { fieldName: literal(fieldName), parentTypeName: literal(askedAs) };
  return moduleText({
    header: [`${typeName}.${storedAs}: asked of subgraph "${subgraph}", because a field requires it.`],
    imports: ['util', 'runtime'],
    blocks: [
      `export function request(ctx) {
  const source = ctx.stash.isAbsent === false ? null : represent({ ...ctx.source, ...ctx.stash.inputs });
  if (source === null) {
    runtime.earlyReturn(ctx.prev.result);
  }
${payload({ operation: 'BatchInvoke', args: literal(input.arguments), source: 'source', ...info })}}`,
      READ_ANSWER.replace('export function response(ctx)', 'function readAnswer(ctx)'),
      `export function response(ctx) {
  ctx.stash.inputs = { ...ctx.stash.inputs, [${literal(storedAs)}]: readAnswer(ctx) };
  return ctx.prev.result;
}`,
      representFunction(model, input),
      IS_PRESENT,
      IS_ENVELOPE,
    ],
  });
}

interface Payload {
  readonly operation: 'Invoke' | 'BatchInvoke';
  /** JavaScript expressions. */
  readonly args: string;
  readonly source: string;
  /** JavaScript expression. @default the type of the resolver */
  readonly parentTypeName?: string;
  /** JavaScript expression of another field than the resolver's, whose selection is not the client's. */
  readonly fieldName?: string;
}

function payload({ operation, args, source, fieldName, parentTypeName }: Payload): string {
  const isOwn = fieldName === undefined;
  return `  return {
    operation: '${operation}',
    payload: {
      arguments: ${args},
      identity: ctx.identity,
      source: ${source},
      request: ctx.request,
      prev: null,
      info: {
        fieldName: ${fieldName ?? 'ctx.info.fieldName'},
        parentTypeName: ${parentTypeName ?? 'ctx.info.parentTypeName'},
        variables: ctx.info.variables,
        selectionSetList: ${isOwn ? 'ctx.info.selectionSetList' : '[]'},
        selectionSetGraphQL: ${isOwn ? 'ctx.info.selectionSetGraphQL' : "''"},
      },
      stash: {},
    },
  };
`;
}

/** `represent(entity)` of a module. */
export function representFunction(model: FederationModel, shape: RepresentationShape): string {
  return `/** The representation by the first key that is present; null when there is none. */
function represent(entity) {
${representationStatements(model, shape, '  ')}  return null;
}`;
}
