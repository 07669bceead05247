/**
 * Puts the steps of several entity plans into one pipeline: each function is one call, which serves every place of the
 * value that is ready for it. AppSync takes few functions, so a call waits for places that become ready later, where
 * nothing else depends on it.
 */
import type { FetchStep } from '../model/resolver-plan.ts';
import { callId } from './fetch-groups.ts';
import { readyNodes, stepNodes, toFunction } from './step-nodes.ts';
import type { StepNode, StepOrder } from './step-nodes.ts';

/** Orders that are followed at a time when the short one is searched for. Own choice, 2026-11-21. */
const SEARCH_WIDTH = 200;

/** @param room - functions that the pipeline has room for; more are returned when no shorter way is found */
export function scheduleSteps(orders: readonly StepOrder[], room: number): readonly FetchStep[] {
  // An answer for both entities and those inside them can not be narrowed to the selection of the client.
  const apart = stepNodes(
    orders,
    ({ group, path }) => `${callId(group)} ${path.length === 0 ? '' : 'inside'}`,
  );
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

function schedule(nodes: readonly StepNode[]): readonly FetchStep[] {
  const functions: FetchStep[] = [];
  let waiting = nodes;
  while (waiting.length > 0) {
    const { ready, first } = readyNodes(waiting);
    const [node, ...others] = served(ready, chooseCall(first, { ready, waiting }));
    if (node === undefined) break;
    functions.push(toFunction([node, ...others]));
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
