/** What a subgraph's handler can resolve ahead in one type, for `info.along`. */
import type { AlongCall, AlongInput, AlongType } from '@tributary/subgraph';
import type { FederationModel, FieldModel } from '../model/federation-model.ts';
import type { FetchGroup, ResolverPlan } from '../model/resolver-plan.ts';
import { plainDefaults } from './argument-defaults.ts';

/** By object type: in answers of the subgraph. */
export function typesAlong(
  model: FederationModel,
  resolvers: readonly ResolverPlan[],
  subgraph: string,
): ReadonlyMap<string, AlongType> {
  const types = new Map<string, AlongType>();
  for (const type of model.types.values()) {
    if (type.kind !== 'object' || type.isRoot) continue;
    const plans = resolvers.filter(({ typeName }) => typeName === type.name);
    const calls = plans.flatMap((plan): [string, AlongCall][] => {
      const { value } = plan;
      const call = callAlong(model, plan, subgraph);
      if (call === undefined || value.kind !== 'joined-call' || value.requires !== undefined) return [];
      // The handler makes the representation: of leaves alone, and by the type that it knows.
      if (!value.keys.every((key) => key.askedAs === type.name && !key.text.includes('{'))) return [];
      const keys = value.keys.map(({ fieldNames }) => fieldNames);
      return [[plan.fieldName, keys.length === 0 ? call : { keys, ...call }]];
    });
    types.set(type.name, alongType(model, { typeName: type.name, subgraph, plans, calls }));
  }
  return types;
}

/** What the representation of a group is enough for. */
export function entityAlong(
  model: FederationModel,
  resolvers: readonly ResolverPlan[],
  group: FetchGroup,
): AlongType {
  const { typeName, subgraph, requires } = group;
  const plans = resolvers.filter((plan) => plan.typeName === typeName);
  const calls = plans.flatMap((plan): [string, AlongCall][] => {
    const { value } = plan;
    const call = callAlong(model, plan, subgraph);
    if (call === undefined || value.kind !== 'joined-call' || value.keys.length === 0) return [];
    const isEnough = value.requires === undefined || value.requires.text === requires?.text;
    return isEnough ? [[plan.fieldName, call]] : [];
  });
  const { of, ...type } = alongType(model, { typeName, subgraph, plans, calls });
  // The handler of an interface that is an object does not know the object types.
  return askedAs(group) === typeName && of !== undefined ? { of, ...type } : type;
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

function alongType(model: FederationModel, { typeName, subgraph, plans, calls }: TypeParts): AlongType {
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
  const fields = [...(model.types.get(typeName)?.fields.values() ?? [])].flatMap((field) => {
    const isOwn = field.resolutions.some((one) => one.subgraph === subgraph);
    const isWalked = isOwn && field.isComposite && !field.hasArguments;
    return isWalked ? [[field.name, valueType(field, subgraph)] as const] : [];
  });
  const of = [...model.possibleTypes].flatMap(([name, members]) =>
    members.includes(typeName) ? [name] : [],
  );
  return {
    ...(of.length === 0 ? {} : { of: of.sort() }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields.sort()) }),
    ...(calls.length === 0 ? {} : { calls: Object.fromEntries(calls) }),
    ...(needs.length === 0 ? {} : { needs: Object.fromEntries(needs) }),
  };
}

/** Undefined for a field that waits for something, or whose arguments a handler can't complete. */
function callAlong(model: FederationModel, plan: ResolverPlan, subgraph: string): AlongCall | undefined {
  const { typeName, fieldName, value } = plan;
  if (value.kind !== 'joined-call' || value.subgraph !== subgraph || isWaiting(plan)) return undefined;
  const field = model.types.get(typeName)?.fields.get(fieldName);
  const defaults = field && plainDefaults(field.arguments);
  if (field === undefined || defaults === undefined) return undefined;
  // Which subgraph a label chooses is known when the field is resolved.
  if (field.resolutions.some(({ condition }) => condition !== undefined)) return undefined;
  return {
    ...(Object.keys(defaults).length === 0 ? {} : { defaults }),
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
