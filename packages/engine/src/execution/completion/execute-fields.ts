/**
 * GraphQL spec, "Executing Selection Sets" and "Value Completion". Values are written into the response as they become
 * known: fields without a resolver complete on the spot, a resolver's field is a placeholder until it reports back.
 */
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { isObjectType } from 'graphql';
import { assertNever } from '../../model/assert-never.ts';
import { isRecord } from '../../model/is-record.ts';
import type { Caller, GraphqlErrorEntry } from '../contract.ts';
import { coerceArguments } from '../document/coerce-arguments.ts';
import { toEngineEntry, toResolverEntry } from '../error-entries.ts';
import { ScalarFault } from '../scalars/scalar-codec.ts';
import type { FieldPlan } from '../schema/schema-plan.ts';
import type { ValueShape } from '../schema/value-shape.ts';
import { type FieldGroup, type Selection, collectChildren } from '../selection/collect-fields.ts';
import {
  mismatchMessage,
  nullMessage,
  serializationMessage,
  unresolvedTypeMessage,
} from './completion-messages.ts';
import { type Position, placesOfFault, toPath, write, writeNull } from './position.ts';
import type { SharedObjects } from './shared-objects.ts';

export interface Execution {
  readonly selection: Selection;
  readonly caller: Caller;
  /** Levels of fields; Infinity when the API sets no limit. */
  readonly maxDepth: number;
  readonly addError: (entry: GraphqlErrorEntry) => void;
  /** Starts a field's resolver; undefined where resolvers do not run (subscription events). */
  readonly startResolver: ((field: ResolverStart) => void) | undefined;
  /** undefined where each place has a value, and runs of resolvers, of its own. */
  readonly shared: SharedObjects | undefined;
  /** Remembers the concrete type of a completed object; undefined where nobody will ask. */
  readonly noteType: ((value: object, type: GraphQLObjectType) => void) | undefined;
  /** The concrete type of a value in an abstract position, where `__typename` may be missing. */
  readonly typeNameOf: (value: Readonly<Record<string, unknown>>) => unknown;
}

export interface ResolverStart {
  readonly group: FieldGroup;
  readonly plan: FieldPlan;
  readonly position: Position;
  readonly source: unknown;
}

/** @param parent position of the object whose fields these are; its container already holds `target` */
export interface FieldsTarget {
  readonly type: GraphQLObjectType;
  readonly groups: readonly FieldGroup[];
  readonly source: unknown;
  readonly target: Record<string, unknown>;
  readonly parent: Position;
}

export function executeFields(execution: Execution, fields: FieldsTarget): void {
  for (const group of fields.groups) executeField(execution, group, fields);
}

export function executeField(execution: Execution, group: FieldGroup, fields: FieldsTarget): void {
  const { source, target, parent } = fields;
  const { plan, responseKey } = group;
  if (plan === undefined) {
    target[responseKey] = fields.type.name;
    return;
  }
  const refusal = refuseField(execution, group, plan);
  const isResolved = plan.resolver !== undefined && execution.startResolver !== undefined;
  if (refusal === undefined && !isResolved && plan.introspect === undefined && plan.shape.kind === 'leaf') {
    const value = readProperty(source, plan.name);
    if (value !== null && value !== undefined) {
      try {
        target[responseKey] = plan.shape.serialize(value);
        return;
      } catch (fault) {
        if (!(fault instanceof ScalarFault)) throw fault;
      }
    }
  }
  target[responseKey] = null;
  const position: Position = {
    parent,
    container: target,
    key: responseKey,
    isNonNull: plan.shape.isNonNull,
    ownerTypeName: plan.parentTypeName,
  };
  if (refusal !== undefined) {
    const error = { ...refusal, data: null, errorInfo: null };
    for (const place of placesOfFault(position)) {
      execution.addError(toResolverEntry(error, { path: toPath(place), locations: group.locations }));
      writeNull(place);
    }
  } else if (plan.resolver !== undefined && execution.startResolver !== undefined) {
    execution.startResolver({ group, plan, position, source });
  } else if (plan.introspect !== undefined) {
    completeValue(execution, plan.shape, {
      group,
      position,
      value: introspect(execution, group, { plan, source }),
    });
  } else {
    completeValue(execution, plan.shape, { group, position, value: readProperty(source, plan.name) });
  }
}

function refuseField(
  execution: Execution,
  group: FieldGroup,
  plan: FieldPlan,
): { readonly message: string; readonly errorType: string } | undefined {
  if (plan.access === undefined) return undefined;
  const isDenied = execution.caller.deniedFields?.includes(`${plan.parentTypeName}.${plan.name}`) === true;
  if (isDenied || !plan.access(execution.caller)) {
    return { message: unauthorizedMessage(plan), errorType: 'Unauthorized' };
  }
  if (group.depth > execution.maxDepth) {
    return { message: 'Query depth limit reached.', errorType: 'QueryDepthLimitReached' };
  }
  return undefined;
}

export function unauthorizedMessage(plan: FieldPlan): string {
  return `Not Authorized to access ${plan.name} on type ${plan.parentTypeName}`;
}

function readProperty(source: unknown, name: string): unknown {
  return isRecord(source) && Object.hasOwn(source, name) ? source[name] : undefined;
}

function introspect(
  execution: Execution,
  group: FieldGroup,
  field: { readonly plan: FieldPlan; readonly source: unknown },
): unknown {
  const { definition, introspect: resolve } = field.plan;
  const definitions = definition.args;
  const args = coerceArguments({ node: group.node, definitions }, execution.selection.variables, {
    deliverArgumentDefaults: true,
  });
  // The introspection resolvers of graphql-js read nothing else of the info object.
  const info = { schema: execution.selection.plan.schema } as GraphQLResolveInfo;
  return resolve?.(field.source, args, undefined, info);
}

export interface Completion {
  readonly group: FieldGroup;
  readonly position: Position;
  readonly value: unknown;
}

/** Puts a value into its place, with everything below it. */
export function completeValue(execution: Execution, shape: ValueShape, completion: Completion): void {
  const { position, value } = completion;
  if (value === null || value === undefined) {
    if (shape.isNonNull) refuse(execution, position, (place) => nullMessage(shape.typeName, place));
    else write(position, null);
    return;
  }
  switch (shape.kind) {
    case 'leaf':
      return completeLeaf(execution, shape.serialize, completion);
    case 'list':
      return completeList(execution, shape.item, completion);
    case 'object':
      return completeObject(execution, shape.type, completion);
    case 'abstract': {
      const named = isRecord(value) ? execution.typeNameOf(value) : undefined;
      const type = typeof named === 'string' ? execution.selection.plan.schema.getType(named) : undefined;
      const { schema } = execution.selection.plan;
      if (isObjectType(type) && schema.isSubType(shape.type, type))
        return completeObject(execution, type, completion);
      return refuse(execution, position, (place) => unresolvedTypeMessage(shape.typeName, place));
    }
    default:
      return assertNever(shape);
  }
}

function completeLeaf(
  execution: Execution,
  serialize: (value: unknown) => unknown,
  completion: Completion,
): void {
  try {
    write(completion.position, serialize(completion.value));
  } catch (fault) {
    if (!(fault instanceof ScalarFault)) throw fault;
    refuse(execution, completion.position, (place) => serializationMessage(fault.message, place));
  }
}

function completeList(execution: Execution, item: ValueShape, completion: Completion): void {
  const { group, position, value } = completion;
  if (!Array.isArray(value))
    return refuse(execution, position, (place) => mismatchMessage('LIST', value, place));
  const items: readonly unknown[] = value;
  const target: unknown[] = new Array(items.length).fill(null);
  write(position, target);
  items.forEach((element, key) => {
    const place = {
      parent: position,
      container: target,
      key,
      isNonNull: item.isNonNull,
      ownerTypeName: position.ownerTypeName,
    };
    completeValue(execution, item, { group, position: place, value: element });
  });
}

function completeObject(execution: Execution, type: GraphQLObjectType, completion: Completion): void {
  const { group, position, value } = completion;
  if (!isRecord(value))
    return refuse(execution, position, (place) => mismatchMessage('OBJECT', value, place));
  const known = execution.shared?.join(group, value, position);
  if (known !== undefined) return write(position, known);
  const target: Record<string, unknown> = {};
  write(position, target);
  execution.shared?.add(group, value, { position, target });
  execution.noteType?.(target, type);
  const groups = collectChildren(execution.selection, group, type);
  executeFields(execution, { type, groups, source: value, target, parent: position });
}

function refuse(execution: Execution, position: Position, message: (place: Position) => string): void {
  for (const place of placesOfFault(position)) {
    execution.addError(toEngineEntry(message(place), toPath(place)));
    writeNull(place);
  }
}
