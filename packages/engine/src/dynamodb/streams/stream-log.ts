/**
 * The streams of all tables: one shard each. A record is stored in the very batch of the change that it tells of, so
 * after a crash the streams tell of all writes that are there and of no others.
 * @see DynamoDB developer guide, "Change data capture for DynamoDB Streams"
 */
import type { StreamViewType } from '../../model/app-model.ts';
import { isRecord } from '../../model/is-record.ts';
import type { ItemChange } from '../contract.ts';
import type { ItemStore, StoreOperation } from '../item-store.ts';
import type { KeySchemaElement, TableDefinition } from '../table-definition.ts';
import { MAX_STREAM_RECORDS, STREAM_RETENTION_MS } from './stream-limits.ts';

export interface StreamInfo {
  readonly streamArn: string;
  readonly label: string;
  readonly tableName: string;
  readonly viewType: StreamViewType;
  readonly keySchema: readonly KeySchemaElement[];
  readonly createdAtMs: number;
  readonly startSequence: number;
  /** Of a stream that was switched off, or whose table is gone. */
  readonly ended?: { readonly atMs: number; readonly sequence: number };
}

export interface StreamEntry {
  readonly sequence: number;
  readonly atMs: number;
  readonly change: ItemChange;
}

export interface StreamLog {
  /** All streams, those that have ended within 24 hours too, by ARN. */
  list(): readonly StreamInfo[];
  find(streamArn: string): StreamInfo | undefined;
  /** The stream that a table has now. */
  activeStream(tableName: string): StreamInfo | undefined;
  start(table: TableDefinition, viewType: StreamViewType): Promise<StreamInfo>;
  /** Nothing happens for a table without a stream. */
  end(tableName: string): Promise<void>;
  /** @returns what to store in the batch of these changes, and what to call once it is stored or has failed */
  append(changes: readonly ItemChange[]): PendingEntries;
  /** Entries after a sequence number, in order. */
  read(streamArn: string, after: number, limit: number): Promise<readonly StreamEntry[]>;
  /** Entries up to here are gone. */
  trimmedThrough(streamArn: string): number;
  /** A number that all later entries are above. */
  latestSequence(): number;
  /** Drops what is older than 24 hours. */
  sweep(): Promise<void>;
}

export interface PendingEntries {
  readonly operations: readonly StoreOperation[];
  readonly settle: (outcome: 'stored' | 'failed') => void;
}

interface StreamState {
  info: StreamInfo;
  /** Ascending; with those that are being stored. */
  sequences: number[];
  trimmedThrough: number;
}

const STREAM_PREFIX = 'stream~';
const SEQUENCE_DIGITS = 16;
const infoKey = (streamArn: string): string => STREAM_PREFIX + streamArn;
const entryPrefix = (streamArn: string): string => `change-${streamArn}~`;
const entryKey = (streamArn: string, sequence: number): string =>
  entryPrefix(streamArn) + String(sequence).padStart(SEQUENCE_DIGITS, '0');

/** Sequence numbers go on growing after a restart: they follow the clock, 1,000 to a millisecond. */
const SEQUENCES_PER_MS = 1000;

interface StreamLogParts {
  readonly store: ItemStore;
  readonly now: () => number;
  /** Label of a table's first stream; the time of its creation when absent. */
  readonly firstLabel: string | undefined;
}

/** Reads the streams that the store has. */
export async function loadStreamLog({ store, now, firstLabel }: StreamLogParts): Promise<StreamLog> {
  const states = await loadStates(store);
  const pending = new Set<number>();
  let latest = Math.max(0, ...[...states.values()].flatMap(lastSequencesOf));

  const nextSequence = (): number => (latest = Math.max(latest + 1, Math.floor(now()) * SEQUENCES_PER_MS));
  const activeState = (tableName: string): StreamState | undefined =>
    [...states.values()].find(({ info }) => info.tableName === tableName && info.ended === undefined);
  const save = (info: StreamInfo): Promise<void> =>
    store.batch([{ type: 'put', key: infoKey(info.streamArn), value: info }]);

  function newLabel(tableArn: string): string {
    const isTaken = (label: string): boolean => states.has(`${tableArn}/stream/${label}`);
    if (firstLabel !== undefined && !isTaken(firstLabel)) return firstLabel;
    const labelOf = (atMs: number): string => new Date(atMs).toISOString().replace('Z', '');
    let atMs = now();
    while (isTaken(labelOf(atMs))) atMs += 1;
    return labelOf(atMs);
  }

  /** Takes entries out of a stream's list; @returns the operations that delete them. */
  function trim(state: StreamState, count: number): StoreOperation[] {
    const dropped = state.sequences.splice(0, count);
    state.trimmedThrough = dropped.at(-1) ?? state.trimmedThrough;
    return dropped.map((sequence) => ({ type: 'del', key: entryKey(state.info.streamArn, sequence) }));
  }

  async function sweepStream(state: StreamState): Promise<void> {
    const oldestKeptMs = now() - STREAM_RETENTION_MS;
    const expired = state.sequences.filter((sequence) => sequence < oldestKeptMs * SEQUENCES_PER_MS);
    if (expired.length > 0) await store.batch(trim(state, expired.length));
    const { ended, streamArn } = state.info;
    if (ended === undefined || ended.atMs > oldestKeptMs) return;
    states.delete(streamArn);
    await store.clear(entryPrefix(streamArn));
    await store.batch([{ type: 'del', key: infoKey(streamArn) }]);
  }

  return {
    list: () => [...states.values()].map(({ info }) => info).sort(byArn),
    find: (streamArn) => states.get(streamArn)?.info,
    activeStream: (tableName) => activeState(tableName)?.info,
    async start({ TableName, TableArn, KeySchema }, viewType) {
      const label = newLabel(TableArn);
      const info: StreamInfo = {
        streamArn: `${TableArn}/stream/${label}`,
        label,
        tableName: TableName,
        viewType,
        keySchema: KeySchema,
        createdAtMs: now(),
        startSequence: nextSequence(),
      };
      states.set(info.streamArn, { info, sequences: [], trimmedThrough: 0 });
      await save(info);
      return info;
    },
    async end(tableName) {
      const state = activeState(tableName);
      if (state === undefined) return;
      state.info = { ...state.info, ended: { atMs: now(), sequence: nextSequence() } };
      await save(state.info);
    },
    append(changes) {
      const added: { state: StreamState; sequence: number }[] = [];
      const operations: StoreOperation[] = [];
      for (const change of changes) {
        const state = activeState(change.tableName);
        if (state === undefined) continue;
        const sequence = nextSequence();
        added.push({ state, sequence });
        pending.add(sequence);
        state.sequences.push(sequence);
        const value = { atMs: now(), change };
        operations.push({ type: 'put', key: entryKey(state.info.streamArn, sequence), value });
        operations.push(...trim(state, Math.max(0, state.sequences.length - MAX_STREAM_RECORDS)));
      }
      const settle = (outcome: 'stored' | 'failed'): void => {
        for (const { state, sequence } of added) {
          pending.delete(sequence);
          if (outcome === 'failed') state.sequences = state.sequences.filter((each) => each !== sequence);
        }
      };
      return { operations, settle };
    },
    async read(streamArn, after, limit) {
      const sequences = states.get(streamArn)?.sequences ?? [];
      // Not past one that is being stored: a reader that has seen a later one would never see it.
      const firstPending = Math.min(Infinity, ...pending);
      const wanted = sequences
        .filter((sequence) => sequence > after && sequence < firstPending)
        .slice(0, limit);
      const values = await store.getMany(wanted.map((sequence) => entryKey(streamArn, sequence)));
      return values.flatMap((value, at) => {
        const sequence = wanted[at];
        return sequence !== undefined && isStoredChange(value) ? [{ ...value, sequence }] : [];
      });
    },
    trimmedThrough: (streamArn) => states.get(streamArn)?.trimmedThrough ?? 0,
    latestSequence: () => Math.min(latest, Math.min(Infinity, ...pending) - 1),
    async sweep() {
      for (const state of [...states.values()]) await sweepStream(state);
    },
  };
}

async function loadStates(store: ItemStore): Promise<Map<string, StreamState>> {
  const states = new Map<string, StreamState>();
  for await (const [streamArn, info] of store.entries(STREAM_PREFIX)) {
    if (!isStreamInfo(info)) continue;
    const sequences: number[] = [];
    for await (const [sequence] of store.entries(entryPrefix(streamArn))) sequences.push(Number(sequence));
    states.set(streamArn, { info, sequences, trimmedThrough: 0 });
  }
  return states;
}

function lastSequencesOf({ info, sequences }: StreamState): number[] {
  return [info.startSequence, info.ended?.sequence ?? 0, sequences.at(-1) ?? 0];
}

function byArn(left: StreamInfo, right: StreamInfo): number {
  return left.streamArn < right.streamArn ? -1 : 1;
}

function isStreamInfo(value: unknown): value is StreamInfo {
  return isRecord(value) && typeof value.streamArn === 'string' && typeof value.startSequence === 'number';
}

function isStoredChange(value: unknown): value is Omit<StreamEntry, 'sequence'> {
  return isRecord(value) && typeof value.atMs === 'number' && isRecord(value.change);
}
