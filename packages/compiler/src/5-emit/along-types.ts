/** What a subgraph's handler can resolve ahead in one type, for `info.along`. */
import type { AlongCall, AlongInput, AlongType } from '@tributary/subgraph';
import type { FederationModel, FieldModel, ObjectTypeModel } from '../model/federation-model.ts';
import { innerMap } from '../model/inner-map.ts';
import type { FetchGroup, JointFields, ResolverPlan } from '../model/resolver-plan.ts';
import { defaultsAsData } from './argument-defaults.ts';

/** What is looked up for each type, by its name. */
export interface AlongParts {
  readonly model: FederationModel;
  readonly plans: ReadonlyMap<string, readonly ResolverPlan[]>;
  /** Abstract types that an object type belongs to, sorted. */
  readonly abstractTypes: ReadonlyMap<string, readonly string[]>;
}

export function createAlongParts(model: FederationModel, resolvers: readonly ResolverPlan[]): AlongParts {
  const plans = new Map<string, ResolverPlan[]>();
  for (const plan of resolvers) plans.set(plan.typeName, [...(plans.get(plan.typeName) ?? []), plan]);
  const abstractTypes = new Map<string, string[]>();
  for (const name of [...model.possibleTypes.keys()].sort()) {
    for (const member of model.possibleTypes.get(name) ?? [])
      abstractTypes.set(member, [...(abstractTypes.get(member) ?? []), name]);
  }
  return { model, plans, abstractTypes };
}

/** An object type in answers of the subgraph; undefined for other types. */
export function typeAlong(parts: AlongParts, subgraph: string, typeName: string): AlongType | undefined {
  const { model } = parts;
  const type = model.types.get(typeName);
  if (type?.kind !== 'object' || type.isRoot) return undefined;
  const plans = parts.plans.get(typeName) ?? [];
  const calls = plans.flatMap((plan): [string, AlongCall][] => {
    const { value } = plan;
    const call = callAlong(model, plan, subgraph);
    if (call === undefined || value.kind !== 'joined-call' || value.requires !== undefined) return [];
    // The handler makes the representation: of leaves alone, and by the type that it knows.
    if (!value.keys.every((key) => key.askedAs === typeName && !key.text.includes('{'))) return [];
    const keys = value.keys.map(({ fieldNames }) => fieldNames);
    return [[plan.fieldName, keys.length === 0 ? call : { keys, ...call }]];
  });
  return alongType(parts, { typeName, subgraph, plans, calls });
}

/** What the representation of a group is enough for. */
export function entityAlong(parts: AlongParts, group: FetchGroup): AlongType {
  const { model } = parts;
  const { typeName, subgraph, requires } = group;
  const plans = parts.plans.get(typeName) ?? [];
  const calls = plans.flatMap((plan): [string, AlongCall][] => {
    const { value } = plan;
    const call = callAlong(model, plan, subgraph);
    if (call === undefined || value.kind !== 'joined-call' || value.keys.length === 0) return [];
    const isEnough = value.requires === undefined || value.requires.text === requires?.text;
    return isEnough ? [[plan.fieldName, call]] : [];
  });
  const { of = [], ...type } = alongType(parts, { typeName, subgraph, plans, calls });
  // The handler of an interface that is an object does not know the object types: it is told which one this is.
  const conditions = askedAs(group) === typeName ? of : [typeName, ...of];
  return conditions.length === 0 ? type : { of: conditions, ...type };
}

/** What the representation of a kind of joint fields is enough for. */
export function jointAlong(
  parts: AlongParts,
  { subgraph, typeName, fields }: JointFields & { readonly subgraph: string },
): AlongType {
  const names = new Set(fields.map(({ fieldName }) => fieldName));
  const plans = parts.plans.get(typeName) ?? [];
  const calls = plans.flatMap((plan): [string, AlongCall][] => {
    const call = callAlong(parts.model, { ...plan, inputs: [] }, subgraph);
    return call === undefined || !names.has(plan.fieldName) ? [] : [[plan.fieldName, call]];
  });
  const type = alongType(parts, { typeName, subgraph, plans, calls });
  const inner = Object.entries(type.fields ?? {}).filter(([name]) => names.has(name));
  return {
    ...type,
    ...(fields.every(({ hasArguments }) => hasArguments) ? { isCallsOnly: true } : {}),
    of: [typeName, ...(type.of ?? [])],
    fields: Object.fromEntries(inner),
  };
}

/** `__typename` of the group's representations. */
export function askedAs({ keys, typeName }: FetchGroup): string {
  return keys[0]?.askedAs ?? typeName;
}

/** The type of a field's values: the object type that the subgraph knows, or the field's. */
export function valueType({ resolutions, namedType }: FieldModel, subgraph: string): string {
  return resolutions.find((one) => one.subgraph === subgraph)?.objectType ?? namedType;
}

interface TypeParts {
  readonly typeName: string;
  readonly subgraph: string;
  readonly plans: readonly ResolverPlan[];
  readonly calls: readonly (readonly [string, AlongCall])[];
}

function alongType(
  { model, abstractTypes }: AlongParts,
  { typeName, subgraph, plans, calls }: TypeParts,
): AlongType {
  const callable = new Set(calls.map(([name]) => name));
  const needs = plans.flatMap(({ fieldName, inputs }) => {
    const asked = inputs.flatMap((input): AlongInput[] => {
      const isAlong = input.kind === 'call' && input.subgraph === subgraph && input.requires === undefined;
      return isAlong && callable.has(input.fieldName)
        ? [{ field: input.fieldName, arguments: input.arguments }]
        : [];
    });
    return asked.length === 0 ? [] : [[fieldName, asked] as const];
  });
  const type = model.types.get(typeName);
  const fields = type === undefined ? undefined : walkedFields(type, subgraph);
  const of = abstractTypes.get(typeName) ?? [];
  return {
    ...(of.length === 0 ? {} : { of }),
    ...(fields === undefined ? {} : { fields }),
    ...(calls.length === 0 ? {} : { calls: Object.fromEntries(calls) }),
    ...(needs.length === 0 ? {} : { needs: Object.fromEntries(needs) }),
  };
}

type WalkedFields = AlongType['fields'];

/** Tables for answers, entities and joint calls have the same types. */
const walked = new WeakMap<ObjectTypeModel, Map<string, WalkedFields>>();

/** Fields that the subgraph's values hold others in, with the types of these; undefined when there are none. */
function walkedFields(type: ObjectTypeModel, subgraph: string): WalkedFields {
  const bySubgraph = innerMap(walked, type);
  if (!bySubgraph.has(subgraph)) {
    const fields = [...type.fields.values()]
      .filter(({ isComposite, hasArguments, resolutions }) => {
        return isComposite && !hasArguments && resolutions.some((one) => one.subgraph === subgraph);
      })
      .map((field) => [field.name, valueType(field, subgraph)] as const);
    bySubgraph.set(subgraph, fields.length === 0 ? undefined : Object.fromEntries(fields.sort()));
  }
  return bySubgraph.get(subgraph);
}

/** Undefined for a field that waits for something. */
function callAlong(model: FederationModel, plan: ResolverPlan, subgraph: string): AlongCall | undefined {
  const { typeName, fieldName, value } = plan;
  if (value.kind !== 'joined-call' || value.subgraph !== subgraph || isWaiting(plan)) return undefined;
  const field = model.types.get(typeName)?.fields.get(fieldName);
  if (field === undefined) return undefined;
  // Which subgraph a label chooses is known when the field is resolved.
  if (field.resolutions.some(({ condition }) => condition !== undefined)) return undefined;
  return {
    ...defaultsAsData(field.arguments),
    ...(field.isComposite ? { type: valueType(field, subgraph) } : {}),
  };
}

/**
 * True for a field that is asked for only when something else is known: inputs, contexts, an override label, what the
 * caller may read.
 */
export function isWaiting({
  value,
  inputs,
  access,
}: Pick<ResolverPlan, 'value' | 'inputs' | 'access'>): boolean {
  const isJoined = value.kind === 'joined-call';
  if (isJoined && value.otherwise !== undefined) return true;
  const ofContexts = isJoined ? value.contextArguments.length : 0;
  return ofContexts + inputs.length + access.length > 0;
}
