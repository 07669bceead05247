/** Adds joint calls to resolver plans: where the objects of a value may lack joint fields of a subgraph. */
import { MAX_PIPELINE_FUNCTIONS } from '../check/limits.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan, JointFields, ResolverPlan } from '../model/resolver-plan.ts';
import { countFunctions } from './count-functions.ts';
import type { ExploredField } from './explore-values.ts';
import { jointFieldsOf } from './joint-fields.ts';
import { objectTypesFrom } from './value-source.ts';

/** Deepest list whose entities a pipeline puts back in their places: `[[T]]`. */
const MAX_LIST_DEPTH = 2;

export function withJointCalls(
  model: FederationModel,
  plan: Omit<ApiPlan, 'joint'>,
  {
    fields,
    handlers,
  }: {
    readonly fields: readonly ExploredField[];
    /** Subgraphs that are asked by events. */
    readonly handlers: ReadonlySet<string>;
  },
): ApiPlan {
  const joint = jointFieldsOf(model, plan.resolvers, handlers);
  if (joint.size === 0) return { ...plan, joint };
  const ranks = new Map(inOrder(joint).map((subgraph, rank) => [subgraph, rank]));
  const subgraphsOf = subgraphsByType(joint);
  const explored = new Map(fields.map((one) => [one.field.coordinate, one]));
  const asked = new Set<string>();
  const resolvers = plan.resolvers.map((resolver): ResolverPlan => {
    const found = explored.get(`${resolver.typeName}.${resolver.fieldName}`);
    if (found === undefined || !canComplete(resolver, found)) return resolver;
    const room = MAX_PIPELINE_FUNCTIONS - countFunctions(resolver);
    const chosen = [...lackedBy(model, found, subgraphsOf)]
      .sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
      .slice(0, Math.max(0, room));
    for (const subgraph of chosen) asked.add(subgraph);
    return chosen.length === 0 ? resolver : { ...resolver, joint: chosen };
  });
  return { ...plan, resolvers, joint: new Map([...joint].filter(([subgraph]) => asked.has(subgraph))) };
}

/** What is handed on of contexts is read from the value as it came; a resolver by hand may stay a unit. */
function canComplete({ value, contexts, completion }: ResolverPlan, { field }: ExploredField): boolean {
  if (!field.isComposite || field.listDepth > MAX_LIST_DEPTH || contexts.length > 0) return false;
  return value.kind !== 'handwritten' || completion !== undefined;
}

/** Object type -> subgraphs with joint fields of it. */
function subgraphsByType(
  joint: ReadonlyMap<string, readonly JointFields[]>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [subgraph, types] of joint) {
    for (const { typeName } of types) found.set(typeName, [...(found.get(typeName) ?? []), subgraph]);
  }
  return found;
}

/** Subgraphs whose joint fields some object of the value may lack: those that did not make it themselves. */
function lackedBy(
  model: FederationModel,
  { field, ways }: ExploredField,
  subgraphsOf: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const lacked = new Set<string>();
  for (const { sources } of ways) {
    for (const name of objectTypesFrom(model, field.namedType, sources)) {
      for (const subgraph of subgraphsOf.get(name) ?? []) {
        if (!sources.some((one) => one.subgraph === subgraph && one.only === undefined)) lacked.add(subgraph);
      }
    }
  }
  return lacked;
}

/** Those whose fields others need come first. */
function inOrder(joint: ReadonlyMap<string, readonly JointFields[]>): readonly string[] {
  const needs = (subgraph: string) =>
    (joint.get(subgraph) ?? []).some(({ fields }) => fields.some(({ neededBy }) => neededBy.length > 0));
  return [...joint.keys()].sort((a, b) => Number(needs(b)) - Number(needs(a)) || (a < b ? -1 : 1));
}
