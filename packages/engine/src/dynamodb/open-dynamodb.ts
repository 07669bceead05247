/** The embedded DynamoDB: opens the store, wires the operations, keeps the time-to-live sweep. */
import type { DynamoDb, ItemChange, OpenDynamoDbOptions } from './contract.ts';
import { answerHttp } from './http-api.ts';
import { sweepTokens } from './idempotency-tokens.ts';
import { importItems } from './import-items.ts';
import { openItemStore } from './item-store.ts';
import type { DatabaseParts } from './operation.ts';
import { operations } from './operations.ts';
import { notifyListeners } from './notify-listeners.ts';
import { databaseStopped, toServiceError, unsupportedOperation } from './service-error.ts';
import { loadStreamLog } from './streams/stream-log.ts';
import { loadTableCatalog } from './table-catalog.ts';
import { loadTableStatistics } from './table-statistics.ts';
import { sweepExpiredItems } from './time-to-live.ts';
import { createWritePath } from './write-path.ts';

const DEFAULT_SWEEP_MS = 30_000;

/**
 * Opens the database; tables and items of a `directory` are there as they were.
 * @throws Error when the folder can't be opened, e.g. because another process uses it
 */
export async function openDynamoDb(options: OpenDynamoDbOptions = {}): Promise<DynamoDb> {
  const { now = Date.now, timeToLiveSweepMs = DEFAULT_SWEEP_MS } = options;
  const store = await openItemStore(options.directory);
  const catalog = await loadTableCatalog(store);
  const statistics = await loadTableStatistics(store, catalog);
  const listeners = new Set<(change: ItemChange) => void>();
  const streams = await loadStreamLog({ store, now, firstLabel: options.firstStreamLabel });
  const writes = createWritePath({
    store,
    catalog,
    streams,
    statistics,
    onChange: (change) => notifyListeners(listeners, change),
  });
  const { region = 'us-east-1', accountId = '000000000000' } = options;
  const parts: DatabaseParts = { store, catalog, writes, streams, statistics, now, region, accountId };
  const sweep = startSweep(parts, timeToLiveSweepMs);
  const inFlight = new Set<Promise<unknown>>();
  let isStopping = false;

  function track<T>(work: () => Promise<T>): Promise<T> {
    if (isStopping) return Promise.reject(databaseStopped());
    const result = Promise.resolve()
      .then(work)
      .catch((error: unknown) => {
        throw toServiceError(error);
      });
    const done = result.catch(() => undefined).finally(() => inFlight.delete(done));
    inFlight.add(done);
    return result;
  }

  function call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>> {
    return track(() => {
      const run = operations.get(operation);
      if (run !== undefined) return run(parts, input);
      throw unsupportedOperation(operation);
    });
  }

  return {
    place: 'embedded',
    call,
    importItems: (tableName, items) => track(() => importItems(parts, tableName, items)),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    followStreams: () => Promise.resolve(),
    handleHttp: (request, response) => void answerHttp(call, request, response),
    async stop() {
      if (isStopping) return;
      isStopping = true;
      await sweep.stop();
      await Promise.all(inFlight);
      await statistics.save();
      await store.close();
    },
  };
}

/** Sweeps now and then without keeping the process alive; one sweep at a time. */
function startSweep(parts: DatabaseParts, everyMs: number): { stop(): Promise<void> } {
  let current: Promise<void> = Promise.resolve();
  let isIdle = true;
  const run = async (): Promise<void> => {
    isIdle = false;
    try {
      await sweepExpiredItems(parts);
      await sweepTokens(parts);
      await parts.streams.sweep();
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : new Error(String(error)));
    } finally {
      isIdle = true;
    }
  };
  const timer = setInterval(() => {
    if (isIdle) current = run();
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
