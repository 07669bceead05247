/**
 * Groups BatchInvoke calls of one request. Calls of the same resolver step at the same response path (list indices
 * left out) wait for each other until nothing that still runs can add to them: no resolver at a path above, and none
 * at an earlier step of the same field. So a batch holds all siblings of a level, across parent lists and whatever
 * order earlier calls finish in, and unrelated slow fields do not delay it.
 */
import type { FieldGroup } from '../selection/collect-fields.ts';

/** One call that waits for its batch. */
export interface BatchMember {
  readonly payload: unknown;
  /** List indices of the response path: members are sent in this order. */
  readonly indices: readonly number[];
}

/** Sends the payloads; answers by index. */
export type BatchRunner<Answer> = (payloads: readonly unknown[]) => Promise<readonly Answer[]>;

/** One resolver execution; `step` is the position in its pipeline, 0 for unit resolvers. */
export interface Activity<Answer> {
  moveTo(step: number): void;
  /** To be called when the value is in place and the resolvers below it have entered. */
  leave(): void;
  /** Waits for the batch of the current step. */
  join(member: BatchMember, run: BatchRunner<Answer>): Promise<Answer>;
}

export interface BatchScheduler<Answer> {
  enter(group: FieldGroup): Activity<Answer>;
}

interface Waiting<Answer> extends BatchMember {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

interface Batch<Answer> {
  readonly members: Waiting<Answer>[];
  readonly run: BatchRunner<Answer>;
}

interface GroupState<Answer> {
  /** Resolver executions of the group that have not left. */
  total: number;
  readonly countByStep: number[];
  readonly batches: Map<number, Batch<Answer>>;
}

export function createBatchScheduler<Answer>(): BatchScheduler<Answer> {
  const states = new Map<FieldGroup, GroupState<Answer>>();
  let waitingBatches = 0;
  let isCheckScheduled = false;

  const stateOf = (group: FieldGroup): GroupState<Answer> => {
    const known = states.get(group);
    if (known !== undefined) return known;
    const state: GroupState<Answer> = { total: 0, countByStep: [], batches: new Map() };
    states.set(group, state);
    return state;
  };

  const canGrow = (group: FieldGroup, step: number): boolean => {
    for (let above = group.parent; above !== undefined; above = above.parent) {
      if ((states.get(above)?.total ?? 0) > 0) return true;
    }
    return stateOf(group).countByStep.some((running, at) => at < step && running > 0);
  };

  const startReady = (): void => {
    isCheckScheduled = false;
    for (const [group, state] of states) {
      for (const [step, batch] of state.batches) {
        if (canGrow(group, step)) continue;
        state.batches.delete(step);
        waitingBatches -= 1;
        void runBatch(batch);
      }
    }
  };

  // A microtask later, so that everything that the current turn completes has entered.
  const scheduleCheck = (): void => {
    if (isCheckScheduled || waitingBatches === 0) return;
    isCheckScheduled = true;
    queueMicrotask(startReady);
  };

  const count = (state: GroupState<Answer>, step: number, change: 1 | -1): void => {
    state.total += change;
    state.countByStep[step] = (state.countByStep[step] ?? 0) + change;
    scheduleCheck();
  };

  return {
    enter(group) {
      const state = stateOf(group);
      let step = 0;
      count(state, step, 1);
      return {
        moveTo(next) {
          count(state, step, -1);
          step = next;
          count(state, step, 1);
        },
        leave: () => count(state, step, -1),
        join: (member, run) =>
          new Promise((resolve, reject) => {
            let batch = state.batches.get(step);
            if (batch === undefined) {
              batch = { members: [], run };
              state.batches.set(step, batch);
              waitingBatches += 1;
            }
            batch.members.push({ ...member, resolve, reject });
            scheduleCheck();
          }),
      };
    },
  };
}

async function runBatch<Answer>({ members, run }: Batch<Answer>): Promise<void> {
  const ordered = members.toSorted(byIndices);
  try {
    const answers = await run(ordered.map((member) => member.payload));
    ordered.forEach((member, index) => {
      const answer = answers[index];
      if (answer === undefined)
        member.reject(new Error('Internal error: a batch lost an answer. Please report this.'));
      else member.resolve(answer);
    });
  } catch (fault) {
    ordered.forEach((member) => member.reject(fault));
  }
}

function byIndices(left: BatchMember, right: BatchMember): number {
  for (let at = 0; at < left.indices.length; at += 1) {
    const difference = (left.indices[at] ?? 0) - (right.indices[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
