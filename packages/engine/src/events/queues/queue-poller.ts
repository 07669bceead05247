/** An event source mapping on a queue: batches of messages to a function; what it handled is deleted. */
import type { InvokeResult } from '../../lambda-host/contract.ts';
import type { EventSourceMappingModel } from '../../model/app-model.ts';
import { parseBatchItemFailures } from '../batch-item-failures.ts';
import type { EventTest } from '../pattern/event-pattern.ts';
import type { MessageQueue, ReceivedMessage } from './message-queue.ts';
import { toFilteredQueueRecord, toQueueRecord } from './queue-record.ts';

/** Batches that are worked on at a time. AWS Lambda developer guide, "SQS", "Polling": 5 to begin with (2026-11). */
const MAX_CONCURRENT_BATCHES = 5;

export interface QueuePollerParts {
  readonly mapping: EventSourceMappingModel;
  readonly queue: MessageQueue;
  readonly filter: EventTest;
  /** Never rejects. */
  readonly invoke: (functionName: string, payload: unknown) => Promise<InvokeResult>;
}

/** @returns stops it; messages of calls that are under way become visible again in time */
export function startQueuePoller({ mapping, queue, filter, invoke }: QueuePollerParts): () => void {
  let running = 0;
  let isStopped = false;
  let isWaitingForBatch = false;
  let timer: NodeJS.Timeout | undefined;

  /** Waits for more messages as long as the batching window allows. */
  function schedule(): void {
    if (isStopped) return;
    const { visible } = queue.counts();
    if (visible >= mapping.batchSize) wakeIn(0);
    else if (visible > 0 && !isWaitingForBatch) {
      isWaitingForBatch = true;
      wakeIn(mapping.batchingWindowMs);
    } else if (visible === 0) wakeWhenVisible();
  }

  function wakeWhenVisible(): void {
    const nextMs = queue.nextVisibleAtMs();
    if (nextMs !== undefined) wakeIn(Math.max(0, nextMs - Date.now()));
  }

  function wakeIn(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(poll, delayMs);
    timer.unref();
  }

  function poll(): void {
    isWaitingForBatch = false;
    while (!isStopped && running < MAX_CONCURRENT_BATCHES) {
      const messages = queue.receive(mapping.batchSize);
      if (messages.length === 0) break;
      running += 1;
      void handle(messages).finally(() => {
        running -= 1;
        schedule();
      });
    }
    // What is visible now is of groups that are being worked on: the end of that work wakes this up.
    if (!isStopped) wakeWhenVisible();
  }

  async function handle(messages: readonly ReceivedMessage[]): Promise<void> {
    const records = messages.map((message) => toQueueRecord(message, queue.model().arn));
    const wanted = records.map((record) => filter(toFilteredQueueRecord(record)));
    // What a filter leaves out is deleted: nobody else would take it off the queue.
    messages.forEach(({ receiptHandle }, at) => wanted[at] !== true && queue.remove(receiptHandle));
    const batch = messages.filter((_, at) => wanted[at]);
    if (batch.length === 0) return;
    const result = await invoke(mapping.functionName, { Records: records.filter((_, at) => wanted[at]) });
    const failed = failedMessages(result, mapping);
    if (failed === 'all') return;
    for (const { messageId, receiptHandle } of batch) if (!failed.has(messageId)) queue.remove(receiptHandle);
  }

  const stopListening = queue.onChange(schedule);
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopListening();
  };
}

/** Messages that failed stay hidden until their visibility timeout ends, as with Lambda's own poller. */
function failedMessages(
  result: InvokeResult,
  { reportsBatchItemFailures }: EventSourceMappingModel,
): ReadonlySet<string> | 'all' {
  if (result.kind !== 'success') return 'all';
  if (!reportsBatchItemFailures) return new Set();
  const failures = parseBatchItemFailures(result.payload);
  return failures === undefined ? 'all' : new Set(failures);
}
