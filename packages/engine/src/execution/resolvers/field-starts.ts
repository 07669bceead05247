/**
 * Resolvers of one field start together, for all places that are known by then, and what they ask is on its way before
 * those of the next field start: a function answers while the engine evaluates the next field's handlers. The field
 * with most levels below it starts first, since most may have to wait for it.
 */
import type { FieldGroup } from '../selection/collect-fields.ts';
import type { WorkQueue } from '../work-queue.ts';

export interface FieldStarts {
  /** Starts a resolver when what completes now is complete. */
  add(group: FieldGroup, start: () => void): void;
}

export interface FieldStartsParts {
  readonly queue: WorkQueue;
  /** Sends the batches that nothing can add to any more. */
  readonly sendReady: () => void;
  /** Levels of fields below a field. */
  readonly depthBelow: (group: FieldGroup) => number;
}

export function createFieldStarts({ queue, sendReady, depthBelow }: FieldStartsParts): FieldStarts {
  let startsByGroup = new Map<FieldGroup, (() => void)[]>();
  const startAll = (): void => {
    const ordered = [...startsByGroup];
    startsByGroup = new Map();
    if (ordered.length > 1) ordered.sort(([left], [right]) => depthBelow(right) - depthBelow(left));
    for (const [, starts] of ordered) {
      for (const start of starts) start();
      sendReady();
    }
  };
  return {
    add(group, start) {
      const starts = startsByGroup.get(group);
      if (starts !== undefined) {
        starts.push(start);
        return;
      }
      if (startsByGroup.size === 0) queue.add(startAll);
      startsByGroup.set(group, [start]);
    },
  };
}
