/** Values of an `@interfaceObject` whose object type nothing in the answer depends on. */
import type { Compilation } from '../compile.ts';
import type { KeyFieldSet } from '../model/federation-model.ts';
import type { Completion, ResolverPlan } from '../model/resolver-plan.ts';
import { HIDDEN } from './read-selection.ts';
import type { ReadableSelection } from './read-selection.ts';

/**
 * An object type that can stand in for the one that a subgraph does not know, since all that is selected is the same for
 * every implementation: no `__typename`, no fragments on some of them, and no field that is asked for by the object
 * type's name.
 * @returns undefined: the object type has to be found out
 */
export function standInType(
  compilation: Compilation,
  completion: Completion,
  selection: ReadableSelection,
): string | undefined {
  const { model } = compilation;
  const { interfaceObject } = completion;
  const types = model.possibleTypes.get(interfaceObject ?? '') ?? [];
  const appliesToAll = (condition: string) =>
    condition === '' ||
    condition === interfaceObject ||
    types.every((type) => model.possibleTypes.get(condition)?.includes(type));
  const names = [...selection.values()].flatMap((some) => [...some]);
  const isTold = names.includes('__typename') || names.includes(HIDDEN);
  if (interfaceObject === undefined || isTold || ![...selection.keys()].every(appliesToAll)) return undefined;
  const value = { completion, interfaceObject };
  const isSame = types.every((typeName) =>
    names.every((name) => isAskedOfInterface(compilation, value, { typeName, name })),
  );
  return isSame ? types[0] : undefined;
}

/** Whether the field, and what it needs, is in the value or can be asked for by the interface's name. */
function isAskedOfInterface(
  { plan }: Compilation,
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
