/**
 * Puts the steps of several entity plans into one pipeline: each function is one call, which serves every place of the
 * value that is ready for it. AppSync takes few functions, so a call waits for places that become ready later, where
 * nothing else depends on it.
 */
import type { FetchStep } from '../model/resolver-plan.ts';
import { callId } from './fetch-groups.ts';
import type { ReachStep } from './reach-place.ts';
import { readyNodes, stepNodes, toFunction, toGroupedFunction } from './step-nodes.ts';
import type { StepNode, StepOrder } from './step-nodes.ts';

/** Orders that are followed at a time when the short one is searched for. Own choice, 2026-11-21. */
const SEARCH_WIDTH = 200;

export interface ScheduleOptions {
  /** Functions that the pipeline has room for; more are returned when no shorter way is found. */
  readonly room: number;
  /** Subgraphs that are asked by events. */
  readonly handlers: ReadonlySet<string>;
}

/** Steps of one subgraph are grouped where that takes fewer functions. */
export function scheduleSteps(
  orders: readonly StepOrder[],
  { room, handlers }: ScheduleOptions,
): readonly FetchStep[] {
  const separate = separateSteps(orders, room);
  const groupable = groupableSubgraphs(orders, handlers);
  if (groupable.size === 0) return separate;
  const nodes = stepNodes(orders, (step) =>
    groupable.has(step.group.subgraph) ? step.group.subgraph : apartId(step),
  );
  const grouped = schedule(nodes, (served) =>
    served.some(({ step }) => apartId(step) !== apartId(served[0].step))
      ? toGroupedFunction(served)
      : toFunction(served),
  );
  return grouped.length < separate.length ? grouped : separate;
}

/**
 * Handlers that several steps ask. Not where a step finds object types, adds to values or has an override label: what
 * these ask for is decided otherwise.
 */
function groupableSubgraphs(
  orders: readonly StepOrder[],
  handlers: ReadonlySet<string>,
): ReadonlySet<string> {
  const callsOf = new Map<string, Set<string>>();
  const excluded = new Set<string>();
  for (const { steps, isFinder } of orders) {
    for (const step of steps) {
      const { subgraph, condition } = step.group;
      if (isFinder || step.adds.length > 0 || condition !== undefined) excluded.add(subgraph);
      callsOf.set(subgraph, (callsOf.get(subgraph) ?? new Set()).add(apartId(step)));
    }
  }
  const found = [...callsOf].filter(
    ([subgraph, calls]) => calls.size > 1 && handlers.has(subgraph) && !excluded.has(subgraph),
  );
  return new Set(found.map(([subgraph]) => subgraph));
}

/** An answer for both entities and those inside them can not be narrowed to the selection of the client. */
function apartId({ group, path }: ReachStep): string {
  return `${callId(group)} ${path.length === 0 ? '' : 'inside'}`;
}

function separateSteps(orders: readonly StepOrder[], room: number): readonly FetchStep[] {
  const apart = stepNodes(orders, apartId);
  const together = () => stepNodes(orders, ({ group }) => callId(group));
  const ways = [
    () => schedule(apart),
    () => searchSchedule(apart),
    () => schedule(together()),
    () => searchSchedule(together()),
  ];
  let shortest: readonly FetchStep[] | undefined;
  for (const way of ways) {
    const found = way();
    if (shortest === undefined || found.length < shortest.length) shortest = found;
    if (shortest.length <= room) break;
  }
  return shortest ?? [];
}

function schedule(nodes: readonly StepNode[], make = toFunction): readonly FetchStep[] {
  const functions: FetchStep[] = [];
  let waiting = nodes;
  while (waiting.length > 0) {
    const { ready, first } = readyNodes(waiting);
    const [node, ...others] = served(ready, chooseCall(first, { ready, waiting }));
    if (node === undefined) break;
    functions.push(make([node, ...others]));
    waiting = waiting.filter((one) => one !== node && !others.includes(one));
  }
  return functions;
}

function served(ready: readonly StepNode[], call: string | undefined): readonly StepNode[] {
  return ready.filter((node) => node.call === call);
}

/** The first call that need not be made again later; if there is none, the one that most others wait for. */
function chooseCall(
  choices: readonly StepNode[],
  { ready, waiting }: { readonly ready: readonly StepNode[]; readonly waiting: readonly StepNode[] },
): string | undefined {
  const isLast = ({ call }: StepNode) => waiting.every((node) => node.call !== call || ready.includes(node));
  const last = choices.find(isLast);
  if (last !== undefined) return last.call;
  return choices.reduce<StepNode | undefined>(
    (best, node) => (best === undefined || node.chain > best.chain ? node : best),
    undefined,
  )?.call;
}

interface Branch {
  readonly waiting: readonly StepNode[];
  readonly functions: readonly FetchStep[];
}

/** Tries all calls at every turn, and goes on with the most promising orders. */
function searchSchedule(nodes: readonly StepNode[]): readonly FetchStep[] {
  let branches: readonly Branch[] = [{ waiting: nodes, functions: [] }];
  for (;;) {
    const done = branches.find(({ waiting }) => waiting.length === 0);
    if (done !== undefined) return done.functions;
    const next = new Map<string, Branch>();
    for (const branch of branches) {
      for (const one of branchesOf(branch)) {
        const id = one.waiting.map(({ index }) => index).join(' ');
        if (!next.has(id)) next.set(id, one);
      }
    }
    const byPromise = [...next.values()].sort(
      (a, b) => a.waiting.length - b.waiting.length || longestChain(a) - longestChain(b),
    );
    branches = byPromise.slice(0, SEARCH_WIDTH);
  }
}

function branchesOf({ waiting, functions }: Branch): readonly Branch[] {
  const { ready, first } = readyNodes(waiting);
  return [...new Set(first.map(({ call }) => call))].flatMap((call) => {
    const [node, ...others] = served(ready, call);
    if (node === undefined) return [];
    const rest = waiting.filter((one) => one !== node && !others.includes(one));
    return [{ waiting: rest, functions: [...functions, toFunction([node, ...others])] }];
  });
}

function longestChain({ waiting }: Branch): number {
  return waiting.reduce((longest, { chain }) => Math.max(longest, chain), 0);
}
