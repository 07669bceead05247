/** The steps of entity plans as a graph: which call each of them needs, and which others it waits for. */
import type { FetchStep, StepPlace } from '../model/resolver-plan.ts';
import { isBringing, isNeededBy } from './bringers-first.ts';
import type { ReachStep } from './reach-place.ts';

/** Steps of one entity plan, in dependency order. */
export interface StepOrder {
  readonly steps: readonly ReachStep[];
  /** They find the object types of values; all others wait for them. */
  readonly isFinder: boolean;
}

export interface StepNode {
  /** Its place among all nodes. */
  readonly index: number;
  readonly step: ReachStep;
  /** Steps with the same call can be served by one function. */
  readonly call: string;
  readonly isFinder: boolean;
  readonly after: readonly StepNode[];
  /** Nodes of the longest chain that starts here. */
  chain: number;
}

export function stepNodes(
  orders: readonly StepOrder[],
  callOf: (step: ReachStep) => string,
): readonly StepNode[] {
  const all: StepNode[] = [];
  for (const { steps, isFinder } of orders) {
    const nodes: StepNode[] = [];
    for (const step of steps) {
      const after = nodes.filter((one) => isAfter(step, one.step));
      const index = all.length + nodes.length;
      nodes.push({ index, step, call: callOf(step), isFinder, after, chain: 1 });
    }
    for (const node of [...nodes].reverse()) {
      for (const one of node.after) one.chain = Math.max(one.chain, node.chain + 1);
    }
    all.push(...nodes);
  }
  return all;
}

/** Nodes that wait for no other; while object types are to be found, one of `first` has to be served. */
export function readyNodes(waiting: readonly StepNode[]): {
  readonly ready: readonly StepNode[];
  readonly first: readonly StepNode[];
} {
  const pending = new Set(waiting);
  const ready = waiting.filter(({ after }) => !after.some((one) => pending.has(one)));
  const finders = ready.filter(({ isFinder }) => isFinder);
  return { ready, first: finders.length > 0 ? finders : ready };
}

/** The function that serves nodes of one call. */
export function toFunction(nodes: readonly [StepNode, ...StepNode[]]): FetchStep {
  const { subgraph, ordinal } = nodes[0].step.group;
  const places = new Map<string, StepPlace>();
  for (const { step } of nodes) {
    const { path, rootType, typeName } = step;
    const id = placeId(step);
    const known = places.get(id);
    const isSame = known === undefined || known.typeName === typeName;
    places.set(id, {
      path,
      rootType,
      typeName: isSame ? typeName : undefined,
      adds: [...new Set([...(known?.adds ?? []), ...step.adds])].sort(),
      leftovers: mergeLeftovers(known?.leftovers ?? {}, step.leftovers),
    });
  }
  return { subgraph, ordinal, places: [...places.values()] };
}

/** The function that serves nodes of one subgraph, of whatever groups. */
export function toGroupedFunction(nodes: readonly [StepNode, ...StepNode[]]): FetchStep {
  const step = toFunction(nodes);
  const ordinalsAt = (place?: StepPlace) => {
    const there = nodes.filter((node) => place === undefined || placeId(node.step) === placeId(place));
    return [...new Set(there.map((node) => node.step.group.ordinal))].sort((a, b) => a - b);
  };
  const [ordinal = step.ordinal, ...others] = ordinalsAt();
  const places = step.places.map((place) => ({ ...place, ordinals: ordinalsAt(place) }));
  return { ...step, ordinal, ordinals: [ordinal, ...others], places };
}

function placeId({ path, rootType }: Pick<StepPlace, 'path' | 'rootType'>): string {
  return path.length === 0 ? '' : [rootType, ...path].join('.');
}

/** What was dropped without need is fetched again. */
function mergeLeftovers(one: StepPlace['leftovers'], other: StepPlace['leftovers']): StepPlace['leftovers'] {
  const merged = Object.entries(other).map(
    ([typeName, names]) => [typeName, [...new Set([...(one[typeName] ?? []), ...names])].sort()] as const,
  );
  return { ...one, ...Object.fromEntries(merged) };
}

/** True when the earlier step brings what the other needs, the entities that it is for, or its fields along. */
function isAfter(step: ReachStep, earlier: ReachStep): boolean {
  return isNeededBy(step, earlier) || isOnPath(step, earlier) || isBringing(earlier, step);
}

function isOnPath({ path }: ReachStep, earlier: ReachStep): boolean {
  const next = path[earlier.path.length];
  const isAbove = earlier.path.every((name, index) => path[index] === name);
  return next !== undefined && isAbove && earlier.group.fields.includes(next);
}
