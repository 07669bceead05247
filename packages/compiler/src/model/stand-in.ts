/** Values of an `@interfaceObject` whose object type nothing in the answer depends on. */
import type { FederationModel, KeyFieldSet } from './federation-model.ts';
import type { ApiPlan, Completion, ResolverPlan } from './resolver-plan.ts';

/** An object type that can stand in for the one that a subgraph does not know. */
export interface StandIn {
  readonly typeName: string;
  /** Fields that are the same for every implementation: none is asked for by the object type's name. */
  readonly fieldNames: ReadonlySet<string>;
  /** Types that fragments may name: each applies to every implementation. */
  readonly conditions: ReadonlySet<string>;
}

/** @returns undefined for a value that knows its object types */
export function standInOf(
  model: FederationModel,
  plan: Pick<ApiPlan, 'groups' | 'resolvers'>,
  completion: Completion,
): StandIn | undefined {
  const { interfaceObject } = completion;
  if (interfaceObject === undefined) return undefined;
  const types = model.possibleTypes.get(interfaceObject) ?? [];
  const [typeName] = types;
  if (typeName === undefined) return undefined;
  const isOfAll = (members: readonly string[]) => types.every((type) => members.includes(type));
  const general = [...model.possibleTypes].filter(([, members]) => isOfAll(members)).map(([name]) => name);
  const value = { completion, interfaceObject };
  const names = [...(model.types.get(interfaceObject)?.fields.keys() ?? [])].filter((name) =>
    types.every((type) => isAskedOfInterface(plan, value, { typeName: type, name })),
  );
  return { typeName, fieldNames: new Set(names), conditions: new Set(['', interfaceObject, ...general]) };
}

/** Whether the field, and what it needs, is in the value or can be asked for by the interface's name. */
function isAskedOfInterface(
  plan: Pick<ApiPlan, 'groups' | 'resolvers'>,
  { completion, interfaceObject }: { readonly completion: Completion; readonly interfaceObject: string },
  { typeName, name }: { readonly typeName: string; readonly name: string },
): boolean {
  const type = completion.types.find((one) => one.typeName === typeName);
  const { needs = {}, lackingFields = [] } = type ?? {};
  const needed = [name, ...(needs[name] ?? []).map((path) => path.split('.')[0] ?? '')];
  const isByInterface = ({ keys }: { readonly keys: readonly KeyFieldSet[] }) =>
    keys.length > 0 && keys.every(({ askedAs }) => askedAs === interfaceObject);
  const groups = plan.groups.filter((group) => group.typeName === typeName);
  const isFetched = (field: string) =>
    groups.filter(({ fields }) => fields.includes(field)).every(isByInterface);
  const isResolved = (field: string) =>
    plan.resolvers
      .filter((one) => one.typeName === typeName && one.fieldName === field)
      .every((one) => one.access.length + one.inputs.length === 0 && callsOf(one).every(isByInterface));
  return needed.every((field) => (!lackingFields.includes(field) || isFetched(field)) && isResolved(field));
}

function callsOf({ value, fetches }: ResolverPlan): readonly { readonly keys: readonly KeyFieldSet[] }[] {
  return value.kind === 'joined-call' ? [value] : fetches.map(({ group }) => group);
}
