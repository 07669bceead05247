/**
 * Groups BatchInvoke calls of one request. Calls of the same resolver step at the same response path (list indices
 * left out) wait for each other until nothing that still runs can add to them: no resolver at a path above, and none
 * at an earlier step of the same field. So a batch holds all siblings of a level, across parent lists and whatever
 * order earlier calls finish in, and unrelated slow fields do not delay it.
 */
import type { FieldGroup } from '../selection/collect-fields.ts';

/** One call that waits for its batch; exactly one of the two functions is called. */
export interface BatchMember<Answer> {
  readonly payload: unknown;
  /** List indices of the response path: members are sent in this order. */
  readonly indices: readonly number[];
  readonly onAnswer: (answer: Answer) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Sends the payloads; answers by index. */
export type BatchRunner<Answer> = (payloads: readonly unknown[]) => Promise<readonly Answer[]>;

/** One resolver execution. */
export interface Activity {
  readonly group: FieldGroup;
  /** 0 before it begins, then its function in a pipeline, counted from 1, or 1. Changed by the scheduler alone. */
  step: number;
}

export interface BatchScheduler<Answer> {
  enter(group: FieldGroup): Activity;
  moveTo(activity: Activity, step: number): void;
  /** To be called when the value is in place and the resolvers below it have entered. */
  leave(activity: Activity): void;
  /** Sends the batches that nothing can add to any more now; the others go when their time has come. */
  sendReady(): void;
  /** Waits for the batch of the activity's step, which the first member's `run` sends. */
  join(activity: Activity, member: BatchMember<Answer>, run: BatchRunner<Answer>): void;
}

interface Batch<Answer> {
  readonly members: BatchMember<Answer>[];
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

  const sendReady = (): void => {
    isCheckScheduled = false;
    if (waitingBatches === 0) return;
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
    queueMicrotask(sendReady);
  };

  const count = ({ group, step }: Activity, change: 1 | -1): void => {
    const state = stateOf(group);
    state.total += change;
    state.countByStep[step] = (state.countByStep[step] ?? 0) + change;
    scheduleCheck();
  };

  return {
    enter(group) {
      const activity: Activity = { group, step: 0 };
      count(activity, 1);
      return activity;
    },
    moveTo(activity, step) {
      if (activity.step === step) return;
      count(activity, -1);
      activity.step = step;
      count(activity, 1);
    },
    leave: (activity) => count(activity, -1),
    sendReady,
    join({ group, step }, member, run) {
      const { batches } = stateOf(group);
      const batch = batches.get(step);
      if (batch === undefined) {
        batches.set(step, { members: [member], run });
        waitingBatches += 1;
      } else {
        batch.members.push(member);
      }
      scheduleCheck();
    },
  };
}

async function runBatch<Answer>({ members, run }: Batch<Answer>): Promise<void> {
  const ordered = members.sort(byIndices);
  try {
    const answers = await run(ordered.map((member) => member.payload));
    if (answers.length !== ordered.length)
      throw new Error('Internal error: a batch lost an answer. Please report this.');
    answers.forEach((answer, index) => ordered[index]?.onAnswer(answer));
  } catch (fault) {
    ordered.forEach((member) => member.onFault(fault));
  }
}

type Indexed = Pick<BatchMember<never>, 'indices'>;

function byIndices(left: Indexed, right: Indexed): number {
  for (let at = 0; at < left.indices.length; at += 1) {
    const difference = (left.indices[at] ?? 0) - (right.indices[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
