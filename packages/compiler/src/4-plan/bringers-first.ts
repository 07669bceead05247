/**
 * Orders steps so that calls are saved: a step that may bring fields of another one goes before it, where what it needs
 * allows. The other then runs only for what is still absent.
 */
import type { ReachStep } from './reach-place.ts';

export function bringersFirst(steps: readonly ReachStep[]): ReachStep[] {
  let order = [...steps];
  for (const step of steps) {
    for (const bringer of steps) {
      if (isBringing(bringer, step)) order = moveBefore(order, bringer, step);
    }
  }
  return order;
}

/** True when the bringer has fields of the step and more, or waits for required fields in the same subgraph. */
export function isBringing(bringer: ReachStep, step: ReachStep): boolean {
  if (bringer === step || bringer.path.length > 0 || step.path.length > 0) return false;
  if (bringer.group.condition !== undefined || step.group.condition !== undefined) return false;
  // What all of its keys hold is there before it is asked for.
  const isKey = (name: string) => bringer.group.keys.every(({ fieldNames }) => fieldNames.includes(name));
  const isAlong = step.group.fields.some((name) => bringer.group.along.includes(name) && !isKey(name));
  const isShared = step.group.fields.every((name) => isCarrying(bringer, name));
  return isAlong || (isShared && bringer.group.fields.length > step.group.fields.length);
}

function isCarrying({ group }: ReachStep, name: string): boolean {
  return group.fields.includes(name) || group.keys.some(({ fieldNames }) => fieldNames.includes(name));
}

/** Moves the bringer, with what it depends on, before the step; unchanged when one of these needs the step. */
function moveBefore(order: readonly ReachStep[], bringer: ReachStep, step: ReachStep): ReachStep[] {
  const from = order.indexOf(step);
  const to = order.indexOf(bringer);
  if (to < from) return [...order];
  const moved = order.slice(from + 1, to + 1).filter((one) => one === bringer || isNeededBy(bringer, one));
  if (moved.some((one) => isNeededBy(one, step))) return [...order];
  const rest = order.slice(from + 1, to + 1).filter((one) => !moved.includes(one));
  return [...order.slice(0, from), ...moved, step, ...rest, ...order.slice(to + 1)];
}

/** True when the other step brings something that this one must have. */
export function isNeededBy(one: ReachStep, other: ReachStep): boolean {
  const prefix = other.path.map((name) => `${name}.`).join('');
  const added = other.adds.map((text) => text.split(':')[1] ?? '');
  return [...other.brings, ...added].some((path) => one.needs.includes(`${prefix}${path}`));
}
