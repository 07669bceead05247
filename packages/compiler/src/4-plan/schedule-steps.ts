/**
 * Puts the steps of several entity plans into one pipeline: each function is one call, which serves every place of the
 * value that is ready for it. AppSync takes few functions, so a call waits for places that become ready later, where
 * nothing else depends on it.
 */
import type { FetchGroup, FetchStep, StepPlace } from '../model/resolver-plan.ts';
import { isBringing, isNeededBy } from './bringers-first.ts';
import type { ReachStep } from './reach.ts';

/** Steps of one entity plan, in dependency order. */
export interface StepOrder {
  readonly steps: readonly ReachStep[];
  /** They find the object types of values; all others wait for them. */
  readonly isFinder: boolean;
}

/** @param room - functions that the pipeline has room for; more are returned when there is no shorter way */
export function scheduleSteps(orders: readonly StepOrder[], room: number): readonly FetchStep[] {
  const apart = schedule(
    orders,
    ({ group, path }) => `${callId(group)} ${path.length === 0 ? '' : 'inside'}`,
  );
  // An answer for both entities and those inside them can not be narrowed to the selection of the client.
  return apart.length <= room ? apart : schedule(orders, ({ group }) => callId(group));
}

function callId({ subgraph, ordinal }: FetchGroup): string {
  return `${subgraph} ${ordinal}`;
}

interface Node {
  readonly step: ReachStep;
  readonly call: string;
  readonly isFinder: boolean;
  readonly after: readonly Node[];
  /** Nodes of the longest chain that waits for it. */
  chain: number;
}

function schedule(orders: readonly StepOrder[], callOf: (step: ReachStep) => string): readonly FetchStep[] {
  let waiting = orders.flatMap((order) => nodesOf(order, callOf));
  const functions: FetchStep[] = [];
  while (waiting.length > 0) {
    const pending = new Set(waiting);
    const ready = waiting.filter(({ after }) => !after.some((one) => pending.has(one)));
    const finders = ready.filter(({ isFinder }) => isFinder);
    const call = chooseCall(finders.length > 0 ? finders : ready, waiting);
    const served = ready.filter((node) => node.call === call);
    const [first] = served;
    if (first === undefined) break;
    const { subgraph, ordinal } = first.step.group;
    functions.push({ subgraph, ordinal, places: placesOf(served) });
    waiting = waiting.filter((node) => !served.includes(node));
  }
  return functions;
}

/** The first call that need not be made again later; if there is none, the one that most others wait for. */
function chooseCall(ready: readonly Node[], waiting: readonly Node[]): string | undefined {
  const isLast = ({ call }: Node) => waiting.every((node) => node.call !== call || ready.includes(node));
  const last = ready.find(isLast);
  if (last !== undefined) return last.call;
  return ready.reduce<Node | undefined>(
    (best, node) => (best === undefined || node.chain > best.chain ? node : best),
    undefined,
  )?.call;
}

function nodesOf({ steps, isFinder }: StepOrder, callOf: (step: ReachStep) => string): Node[] {
  const nodes: Node[] = [];
  for (const step of steps) {
    const after = nodes.filter((one) => isAfter(step, one.step));
    nodes.push({ step, call: callOf(step), isFinder, after, chain: 1 });
  }
  for (const node of [...nodes].reverse()) {
    for (const one of node.after) one.chain = Math.max(one.chain, node.chain + 1);
  }
  return nodes;
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

function placesOf(nodes: readonly Node[]): readonly StepPlace[] {
  const places = new Map<string, StepPlace>();
  for (const { step } of nodes) {
    const { path, rootType, typeName } = step;
    const id = path.length === 0 ? '' : [rootType, ...path].join('.');
    const known = places.get(id);
    const isSame = known === undefined || known.typeName === typeName;
    places.set(id, {
      path,
      rootType,
      typeName: isSame ? typeName : undefined,
      adds: [...new Set([...(known?.adds ?? []), ...step.adds])].sort(),
    });
  }
  return [...places.values()];
}
