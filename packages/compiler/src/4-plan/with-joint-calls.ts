/** Adds joint calls to resolver plans: where the objects of a value may lack joint fields of a subgraph. */
import { MAX_PIPELINE_FUNCTIONS } from '../check/limits.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan, JointFields, ResolverPlan } from '../model/resolver-plan.ts';
import { countFunctions } from './count-functions.ts';
import type { ExploredField } from './explore-values.ts';
import { jointFieldsOf } from './joint-fields.ts';
import type { ValueWay } from './lacking-fields.ts';
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
  const subgraphs = inOrder(joint);
  const explored = new Map(fields.map((one) => [`${one.type.name}.${one.field.name}`, one]));
  const asked = new Set<string>();
  const resolvers = plan.resolvers.map((resolver): ResolverPlan => {
    const found = explored.get(`${resolver.typeName}.${resolver.fieldName}`);
    if (found === undefined || !canComplete(resolver, found)) return resolver;
    const room = MAX_PIPELINE_FUNCTIONS - countFunctions(resolver);
    const chosen = subgraphs
      .filter((subgraph) => isLacking(model, found, { subgraph, types: joint.get(subgraph) ?? [] }))
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

function isLacking(
  model: FederationModel,
  { field, ways }: ExploredField,
  { subgraph, types }: { readonly subgraph: string; readonly types: readonly JointFields[] },
): boolean {
  const isOwn = ({ sources }: ValueWay) =>
    sources.some((source) => source.subgraph === subgraph && source.only === undefined);
  return ways.some(
    (way) =>
      !isOwn(way) &&
      objectTypesFrom(model, field.namedType, way.sources).some((name) =>
        types.some(({ typeName }) => typeName === name),
      ),
  );
}

/** Those whose fields others need come first. */
function inOrder(joint: ReadonlyMap<string, readonly JointFields[]>): readonly string[] {
  const needs = (subgraph: string) =>
    (joint.get(subgraph) ?? []).some(({ fields }) => fields.some(({ neededBy }) => neededBy.length > 0));
  return [...joint.keys()].sort((a, b) => Number(needs(b)) - Number(needs(a)) || (a < b ? -1 : 1));
}
