/** Modules that ask a Lambda subgraph for a field with arguments below the root. */
import type {
  ContextArgument,
  FederationModel,
  FieldModel,
  FieldSet,
  KeyFieldSet,
  OverrideCondition,
} from '../model/federation-model.ts';
import { ALONG_KEY, alongBlocks, FAIL_AS_KNOWN } from './along-code.ts';
import type { Along } from './along-tables.ts';
import { argumentsWithDefaults } from './argument-defaults.ts';
import { argumentsFromContexts } from './context-code.ts';
import { labelBlocksOf, labelGuard } from './label-code.ts';
import { literal, moduleText } from './module-text.ts';
import { payload } from './payload-code.ts';
import type { Payload } from './payload-code.ts';
import { representFunction } from './representation-code.ts';
import { IS_ENVELOPE, IS_PRESENT, READ_ANSWER, VALUE_KEY } from './snippets.ts';

export interface JoinedCallInput {
  readonly model: FederationModel;
  readonly typeName: string;
  readonly field: FieldModel;
  readonly subgraph: string;
  /** Empty: the parent's value is the source as it is. */
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
  readonly contextArguments: readonly ContextArgument[];
  /** The value may be in the parent already: one operation asks for nested fields with their arguments. */
  readonly isOverHttp: boolean;
  /** For what the value may bring along in its turn. */
  readonly along: Along | undefined;
  /** A handler may have answered it with its parent. */
  readonly mayComeAlong: boolean;
  /** For one of two functions, of which the other asks while this does not hold. */
  readonly condition: OverrideCondition | undefined;
}

/** Asks for a field with arguments; the event's source is the parent's representation. */
export function emitJoinedCall(input: JoinedCallInput): string {
  const { typeName, field, subgraph, keys, contextArguments, along, mayComeAlong, condition } = input;
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
  const withDefaults = argumentsFromContexts(argumentsWithDefaults(field.arguments), contextArguments);
  const args = mayComeAlong ? 'args' : withDefaults;
  // Not for a null: in a unit resolver an early return of null fails (aws-appsync-community issue 280).
  const lookUp = `  const args = ${withDefaults};
  const key = alongKey('${field.name}', args);
  const known = ctx.source[key];
  if (isPresent(known)) {
    runtime.earlyReturn(known);
  }
  failAsKnown(ctx.source, key);
`;
  const hasAlong = along !== undefined;
  return moduleText({
    header: [
      `${typeName}.${field.name}: asks subgraph "${subgraph}"${mayComeAlong ? ', unless the parent has it for these arguments' : ''}.`,
    ],
    imports: mayComeAlong || condition !== undefined ? ['util', 'runtime'] : ['util'],
    blocks: [
      `export function request(ctx) {
${labelGuard(condition)}${mayComeAlong ? lookUp : ''}${hasKeys ? noKey : ''}${payload({ operation: 'BatchInvoke', args, source, ...info, hasAlong })}}`,
      READ_ANSWER,
      ...(mayComeAlong ? [ALONG_KEY, FAIL_AS_KNOWN] : []),
      ...alongBlocks(along),
      ...(hasKeys ? [representFunction(input.model, input)] : []),
      ...(hasKeys || mayComeAlong ? [IS_PRESENT] : []),
      IS_ENVELOPE,
      ...labelBlocksOf([condition]),
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
  const { typeName, field, subgraph, keys, condition } = input;
  const hasKeys = keys.length > 0;
  return moduleText({
    header: [
      `${typeName}.${field.name}: asks subgraph "${subgraph}", unless the parent has it for these arguments.`,
    ],
    imports: ['util', 'runtime'],
    blocks: [
      `export function request(ctx) {
${labelGuard(condition)}  const key = valueKey(ctx);
  if (isPresent(ctx.source[key])) {
    runtime.earlyReturn(ctx.source[key]);
  }
  // A null that is known already: the adapter hands it back.
  const isKnown = Object.hasOwn(ctx.source, key);
  const source = isKnown ? { [ctx.info.fieldName]: null } : ${hasKeys ? 'represent({ ...ctx.source, ...ctx.stash.inputs })' : 'null'};
  if (source === null) {
    util.error('${typeName}.${field.name} ${hasKeys ? `needs a key of ${typeName}, which its parent does not have.', 'MissingKey'` : `was not asked for with its parent: a named fragment hid it.', 'HiddenSelection'`});
  }
${payload({ operation: 'BatchInvoke', args: `isKnown ? {} : ${argumentsWithDefaults(field.arguments)}`, source: 'source' })}}`,
      READ_ANSWER,
      VALUE_KEY,
      ...(hasKeys ? [representFunction(input.model, input)] : []),
      IS_PRESENT,
      IS_ENVELOPE,
      ...labelBlocksOf([condition]),
    ],
  });
}
