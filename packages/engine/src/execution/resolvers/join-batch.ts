import type { DataSourceAnswer } from '../../data-sources/index.ts';
import { indicesOf, toPath } from '../completion/position.ts';
import type { ResolverRun } from './resolver-run.ts';
import { type BatchDescription, sendBatch } from './send-batch.ts';

/** Makes the payload of one resolver a member of the batch that it belongs to, and goes on with its own answer. */
export function joinBatch(
  run: ResolverRun,
  member: { readonly payload: unknown; readonly next: (answer: DataSourceAnswer) => void },
  batch: Omit<BatchDescription, 'path'>,
): void {
  const { scope, activity, position } = run;
  scope.scheduler.join(
    activity,
    {
      payload: member.payload,
      indices: indicesOf(position),
      onAnswer: (answer) => run.resume(() => member.next(answer)),
      onFault: run.crash,
    },
    (payloads) => sendBatch(scope, payloads, { ...batch, path: toPath(position).join('.') }),
  );
}
