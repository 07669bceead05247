/** A database that is loaded and opened by the first call of it: many applications have no table. */
import type { DynamoDb, ItemChange } from './contract.ts';
import { answerHttp } from './http-api.ts';
import { notifyListeners } from './notify-listeners.ts';

/**
 * An embedded database in memory, which `open` gives when it is asked for the first time.
 * Not for a folder: whether that can be used has to be known at the start.
 */
export function openOnUse(open: () => Promise<DynamoDb>): DynamoDb {
  let opened: Promise<DynamoDb> | undefined;
  const listeners = new Set<(change: ItemChange) => void>();

  const database = (): Promise<DynamoDb> => (opened ??= openAndListen());

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
    stop: async () => (await opened)?.stop(),
  };
}
