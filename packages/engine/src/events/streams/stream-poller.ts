/**
 * An event source mapping on a table's stream: batches of records to a function, one batch at a time, so that the
 * changes of a table arrive in the order in which they were committed.
 */
import type { InvokeResult } from '../../lambda-host/contract.ts';
import type { EventSourceMappingModel } from '../../model/app-model.ts';
import { parseBatchItemFailures } from '../batch-item-failures.ts';
import type { EventTest } from '../pattern/event-pattern.ts';
import type { StreamRecord } from './stream-record.ts';

/** How long a stream keeps its records. DynamoDB developer guide, "DynamoDB Streams": 24 hours (checked 2026-11-21). */
const RETENTION_MS = 24 * 60 * 60_000;

/** Pauses between attempts grow from the first to the last; our choice, Lambda does not publish its own. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

export interface StreamPollerParts {
  readonly mapping: EventSourceMappingModel;
  readonly filter: EventTest;
  /** Never rejects. */
  readonly invoke: (functionName: string, payload: unknown) => Promise<InvokeResult>;
  /** Hears of records that are given up after so many attempts. */
  readonly onGiveUp: (records: readonly StreamRecord[], attempts: number) => void;
}

export interface StreamPoller {
  push(record: StreamRecord): void;
  stop(): void;
}

export function startStreamPoller({ mapping, filter, invoke, onGiveUp }: StreamPollerParts): StreamPoller {
  const pending: StreamRecord[] = [];
  let isBusy = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function drain(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (pending.length > 0 && !isStopped) {
      const batch = pending.splice(0, mapping.batchSize).filter(filter);
      if (batch.length > 0) await handle(batch);
    }
    isBusy = false;
  }

  /** Until all records are handled or given up. */
  async function handle(records: readonly StreamRecord[]): Promise<void> {
    let rest = records;
    for (let attempts = 1; !isStopped; attempts += 1) {
      const left = await invokeOnce(rest);
      if (left.length === 0) return;
      // Progress starts the count anew: these are other records than before.
      if (left.length < rest.length) attempts = 1;
      rest = left;
      if (mapping.bisectsBatchOnError && rest.length > 1) {
        // AWS Lambda developer guide: splitting a batch does not count as a retry.
        const middle = Math.ceil(rest.length / 2);
        await handle(rest.slice(0, middle));
        return handle(rest.slice(middle));
      }
      if (isExhausted(rest, attempts)) return onGiveUp(rest, attempts);
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS));
    }
  }

  /** @returns the records that have to be tried again: none, all, or those from the first reported failure on */
  async function invokeOnce(records: readonly StreamRecord[]): Promise<readonly StreamRecord[]> {
    const result = await invoke(mapping.functionName, { Records: records });
    if (result.kind !== 'success') return records;
    if (!mapping.reportsBatchItemFailures) return [];
    const failures = parseBatchItemFailures(result.payload);
    if (failures === undefined) return records;
    if (failures.length === 0) return [];
    const first = records.findIndex(({ dynamodb }) => failures.includes(dynamodb.SequenceNumber));
    // An identifier that is not of this batch fails all of it.
    return records.slice(Math.max(first, 0));
  }

  function isExhausted(records: readonly StreamRecord[], attempts: number): boolean {
    const { maxRetryAttempts = Infinity, maxRecordAgeMs = RETENTION_MS } = mapping;
    const [oldest] = records;
    const bornAtMs = (oldest?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000;
    return attempts > maxRetryAttempts || Date.now() - bornAtMs > maxRecordAgeMs;
  }

  function pause(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, durationMs).unref();
    });
  }

  return {
    push(record) {
      pending.push(record);
      const isFull = pending.length >= mapping.batchSize;
      if (timer !== undefined && !isFull) return;
      clearTimeout(timer);
      // Even without a batching window: what one write changes arrives in one batch.
      timer = setTimeout(
        () => {
          timer = undefined;
          void drain();
        },
        isFull ? 0 : mapping.batchingWindowMs,
      );
      timer.unref();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
