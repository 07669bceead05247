import { describe, expect, it, vi } from 'vitest';
import type { InvokeResult } from '../../lambda-host/contract.ts';
import type { EventSourceMappingModel } from '../../model/app-model.ts';
import { startStreamPoller } from './stream-poller.ts';
import { type StreamRecord, toStreamRecord } from './stream-record.ts';

const MAPPING: EventSourceMappingModel = {
  logicalId: 'Mapping',
  functionName: 'f',
  source: { kind: 'stream', tableName: 't', streamArn: 'arn' },
  batchSize: 4,
  batchingWindowMs: 0,
  filters: [],
  reportsBatchItemFailures: false,
  bisectsBatchOnError: false,
  maxRetryAttempts: 1,
  maxRecordAgeMs: undefined,
  onFailureArn: undefined,
};

const FAILED: InvokeResult = {
  kind: 'function-error',
  errorType: 'Error',
  errorMessage: 'no',
  trace: [],
  durationMs: 0,
};

/** Ids of the items of each call, and of what is given up. */
function open(
  mapping: Partial<EventSourceMappingModel>,
  answer: (records: readonly StreamRecord[]) => InvokeResult,
) {
  const calls: string[] = [];
  const givenUp: string[] = [];
  const poller = startStreamPoller({
    mapping: { ...MAPPING, ...mapping },
    filter: (record) => idsOf([record as StreamRecord]) !== 'skipped',
    invoke: (_functionName, payload) => {
      const { Records } = payload as { Records: readonly StreamRecord[] };
      calls.push(idsOf(Records));
      return Promise.resolve(answer(Records));
    },
    onGiveUp: (records, attempts) => void givenUp.push(`${idsOf(records)} after ${attempts}`),
  });
  let sequence = 0;
  const push = (...ids: string[]): void => ids.forEach((id) => poller.push(recordOf(id, (sequence += 1))));
  return { calls, givenUp, push };
}

function recordOf(id: string, sequence: number): StreamRecord {
  const keys = { id: { S: id } };
  return toStreamRecord(
    { tableName: 't', keys, before: undefined, after: keys, cause: 'request' },
    {
      eventId: id,
      sequence,
      nowMs: Date.now(),
      region: 'us-east-1',
      streamArn: 'arn',
      viewType: 'KEYS_ONLY',
    },
  );
}

function idsOf(records: readonly StreamRecord[]): string {
  return records.map(({ dynamodb }) => (dynamodb.Keys as { id: { S: string } }).id.S).join();
}

const succeed = (payload: unknown = null): InvokeResult => ({ kind: 'success', payload, durationMs: 0 });

describe('stream poller', () => {
  it('hands over batches in order, without records that the filter leaves out', async () => {
    const { calls, push } = open({}, () => succeed());
    push('a', 'b', 'skipped', 'c', 'd');
    await vi.waitFor(() => expect(calls).toEqual(['a,b,c', 'd']));
  });

  it('tries a failed batch again, then gives it up and goes on', async () => {
    const { calls, givenUp, push } = open({}, (records) =>
      idsOf(records) === 'a,b,c,d' ? FAILED : succeed(),
    );
    push('a', 'b', 'c', 'd', 'e');
    await vi.waitFor(() => expect(calls).toEqual(['a,b,c,d', 'a,b,c,d', 'e']));
    expect(givenUp).toEqual(['a,b,c,d after 2']);
  });

  it('bisects a failed batch down to the record that fails', async () => {
    const { calls, givenUp, push } = open({ bisectsBatchOnError: true, maxRetryAttempts: 0 }, (records) =>
      idsOf(records).includes('c') ? FAILED : succeed(),
    );
    push('a', 'b', 'c', 'd');
    await vi.waitFor(() => expect(calls).toEqual(['a,b,c,d', 'a,b', 'c,d', 'c', 'd']));
    expect(givenUp).toEqual(['c after 1']);
  });

  it('goes on from the first record that a partial answer reports', async () => {
    const failures = ['b', 'd'];
    const { calls, push } = open({ reportsBatchItemFailures: true }, (records) => {
      const failing = failures.shift();
      const record = records.find((one) => idsOf([one]) === failing);
      return succeed({
        batchItemFailures: record === undefined ? [] : [{ itemIdentifier: record.dynamodb.SequenceNumber }],
      });
    });
    push('a', 'b', 'c', 'd');
    await vi.waitFor(() => expect(calls).toEqual(['a,b,c,d', 'b,c,d', 'd']));
  });

  it('leaves images out of a stream of keys', () => {
    expect(recordOf('a', 1).dynamodb).not.toHaveProperty('NewImage');
  });
});
