/** A database that is loaded and opened by the first call of it: many applications have no table. */
import type { DynamoDb, ItemChange } from './contract.ts';
import { answerHttp } from './http-api.ts';
import { notifyListeners } from './notify-listeners.ts';
import { databaseStopped } from './service-error.ts';

/**
 * An embedded database in memory, which `open` gives when it is asked for the first time.
 * Not for a folder: whether that can be used has to be known at the start.
 */
export function openOnUse(open: () => Promise<DynamoDb>): DynamoDb {
  let opened: Promise<DynamoDb> | undefined;
  let isStopped = false;
  const listeners = new Set<(change: ItemChange) => void>();

  /** What comes after the end is refused, by the opened database or here. */
  async function database(): Promise<DynamoDb> {
    if (isStopped && opened === undefined) throw databaseStopped();
    return (opened ??= openAndListen());
  }

  async function openAndListen(): Promise<DynamoDb> {
    const inner = await open();
    inner.onChange((change) => notifyListeners(listeners, change));
    return inner;
  }

  const call: DynamoDb['call'] = async (operation, input) => (await database()).call(operation, input);
  return {
    place: 'embedded',
    call,
    importItems: async (tableName, items) => (await database()).importItems(tableName, items),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    followStreams: () => Promise.resolve(),
    handleHttp: (request, response) => void answerHttp(call, request, response),
    async stop() {
      isStopped = true;
      await (await opened)?.stop();
    },
  };
}
