/**
 * Which fields with resolvers of their own one call can answer together. AppSync runs each such field by itself, and
 * each alias of one with arguments; the resolver of the value around sees all of them in its selection, and can ask
 * for them in one call that their resolvers find answered.
 */
import type { FederationModel } from '../model/federation-model.ts';
import type { JointField, JointFields, RequiredCall, ResolverPlan } from '../model/resolver-plan.ts';

/**
 * Joint fields of one subgraph; with more of them its handler is told too much with each event (see `info.along`). Own
 * choice, 2026-11-21.
 */
const MAX_JOINT_FIELDS = 40;

/** @param handlers - subgraphs that are asked by events */
export function jointFieldsOf(
  model: FederationModel,
  resolvers: readonly ResolverPlan[],
  handlers: ReadonlySet<string>,
): ReadonlyMap<string, readonly JointFields[]> {
  const bySubgraph = new Map<string, Map<string, JointField[]>>();
  const needing = neededBy(resolvers);
  for (const plan of resolvers) {
    const found = jointField(model, plan, needing.get(`${plan.typeName}.${plan.fieldName}`) ?? []);
    if (found === undefined || !handlers.has(found.subgraph)) continue;
    const byType = bySubgraph.get(found.subgraph) ?? new Map<string, JointField[]>();
    bySubgraph.set(found.subgraph, byType);
    byType.set(plan.typeName, [...(byType.get(plan.typeName) ?? []), found.field]);
  }
  return new Map(
    [...bySubgraph].flatMap(([subgraph, byType]) => {
      const types = [...byType].flatMap(([typeName, fields]): JointFields[] =>
        isSaving(fields) ? [{ typeName, fields: withKinds(typeName, fields) }] : [],
      );
      const size = types.reduce((sum, { fields }) => sum + fields.length, 0);
      return size === 0 || size > MAX_JOINT_FIELDS ? [] : [[subgraph, types] as const];
    }),
  );
}

/** Some operation would ask for several of them, or for one several times. */
function isSaving(fields: readonly JointField[]): boolean {
  return (
    fields.length > 1 ||
    fields.some(({ hasArguments, neededBy: others }) => hasArguments || others.length > 0)
  );
}

function withKinds(typeName: string, fields: readonly JointField[]): readonly JointField[] {
  const texts = [...new Set(fields.map(({ requires }) => requires?.text ?? ''))].sort();
  return fields.map((field) => {
    const index = texts.indexOf(field.requires?.text ?? '');
    return { ...field, kind: index === 0 ? typeName : `${typeName} ${index + 1}` };
  });
}

/** `Type.field` -> fields whose resolvers ask for it as an input. */
function neededBy(resolvers: readonly ResolverPlan[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { typeName, fieldName, inputs } of resolvers) {
    for (const name of inputs.flatMap((input) => (input.kind === 'fetch' ? input.group.fields : []))) {
      const id = `${typeName}.${name}`;
      found.set(id, [...(found.get(id) ?? []), fieldName]);
    }
  }
  return found;
}

/** Undefined for a field whose caller, contexts or override label must be looked at first. */
function jointField(
  model: FederationModel,
  { typeName, fieldName, value, access, inputs, fetches }: ResolverPlan,
  needing: readonly string[],
): { readonly subgraph: string; readonly field: JointField } | undefined {
  const { resolutions = [] } = model.types.get(typeName)?.fields.get(fieldName) ?? {};
  if (access.length > 0 || resolutions.some(({ condition }) => condition !== undefined)) return undefined;
  const calls = inputs.flatMap((input): RequiredCall[] => (input.kind === 'call' ? [input] : []));
  if (calls.some(({ requires, condition }) => requires !== undefined || condition !== undefined))
    return undefined;
  const own = { fieldName, kind: '', inputs: calls, neededBy: needing };
  if (value.kind === 'joined-call') {
    const { subgraph, keys, requires, contextArguments } = value;
    if (keys.length === 0 || contextArguments.length > 0) return undefined;
    return { subgraph, field: { ...own, keys, requires, hasArguments: true } };
  }
  const [fetch, ...others] = fetches;
  if (value.kind !== 'property' || fetch === undefined || others.length + fetch.adds.length > 0)
    return undefined;
  const { subgraph, keys, requires } = fetch.group;
  return { subgraph, field: { ...own, keys, requires, hasArguments: false } };
}
