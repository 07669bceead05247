/** Reads a table's stream at an endpoint, all its shards, from now on. */
import { setTimeout as wait } from 'node:timers/promises';
import { isRecord } from '../../model/is-record.ts';
import type { DynamoDb, ItemChange } from '../contract.ts';
import { itemChangeOf } from './item-change-of.ts';

/** Milliseconds between reads. DynamoDB allows five reads of a shard per second. */
const PAUSE_MS = 250;
/** Milliseconds between looks for new shards. */
const SHARD_LOOK_MS = 10_000;

export interface StreamToFollow {
  readonly call: DynamoDb['call'];
  readonly tableName: string;
  readonly streamArn: string;
  readonly onChange: (change: ItemChange) => void;
  readonly warn: (text: string) => void;
  readonly stopped: AbortSignal;
}

/** @returns when the shards that there are now have been found; reading goes on until `stopped` */
export async function followStream(stream: StreamToFollow): Promise<void> {
  const { call, streamArn, stopped } = stream;
  /** The next iterator of each shard; undefined: read to its end. */
  const iterators = new Map<string, string | undefined>();

  async function findShards(type: 'LATEST' | 'TRIM_HORIZON'): Promise<void> {
    for (const shard of await listShards(stream)) {
      const { ShardId } = shard;
      if (typeof ShardId !== 'string' || iterators.has(ShardId)) continue;
      const request = { StreamArn: streamArn, ShardId, ShardIteratorType: type };
      const { ShardIterator } = await call('GetShardIterator', request);
      iterators.set(ShardId, typeof ShardIterator === 'string' ? ShardIterator : undefined);
    }
  }

  async function readShards(): Promise<void> {
    for (const [shardId, ShardIterator] of iterators) {
      if (ShardIterator === undefined) continue;
      const { Records, NextShardIterator: next } = await call('GetRecords', { ShardIterator });
      iterators.set(shardId, typeof next === 'string' ? next : undefined);
      for (const record of Array.isArray(Records) ? Records : []) {
        const change = itemChangeOf(stream.tableName, record);
        if (change !== undefined) stream.onChange(change);
      }
    }
  }

  async function run(): Promise<void> {
    let lookedAtMs = Date.now();
    while (!stopped.aborted) {
      await wait(PAUSE_MS, undefined, { signal: stopped, ref: false });
      await readShards();
      if (Date.now() - lookedAtMs < SHARD_LOOK_MS) continue;
      // A shard that appears later follows one that has ended: nothing of it has been read.
      await findShards('TRIM_HORIZON');
      lookedAtMs = Date.now();
    }
  }

  await findShards('LATEST');
  void runAgain(run, stream);
}

/** After a fault, such as an iterator that is too old, reading goes on with the next attempt. */
async function runAgain(
  run: () => Promise<void>,
  { warn, tableName, stopped }: StreamToFollow,
): Promise<void> {
  let hasWarned = false;
  while (!stopped.aborted) {
    try {
      await run();
    } catch (error) {
      if (stopped.aborted) return;
      if (!hasWarned)
        warn(`The stream of table "${tableName}" can't be read: ${messageOf(error)}. Trying again.`);
      hasWarned = true;
    }
  }
}

async function listShards({ call, streamArn }: StreamToFollow): Promise<readonly Record<string, unknown>[]> {
  const shards: Record<string, unknown>[] = [];
  let start: Record<string, unknown> = {};
  for (;;) {
    const { StreamDescription } = await call('DescribeStream', { StreamArn: streamArn, ...start });
    const description = isRecord(StreamDescription) ? StreamDescription : {};
    if (Array.isArray(description.Shards)) shards.push(...description.Shards.filter(isRecord));
    if (typeof description.LastEvaluatedShardId !== 'string') return shards;
    start = { ExclusiveStartShardId: description.LastEvaluatedShardId };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
