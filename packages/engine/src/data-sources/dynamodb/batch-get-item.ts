import { isRecord } from '../../model/is-record.ts';
import { answered } from '../data-source.ts';
import { AttributeFault, canonicalText, toPlainItem, toServiceMap } from './attribute-values.ts';
import { failedBatch } from './failed-batch.ts';
import { type ExpressionParts, mergePlaceholders, present, readExpression } from './expressions.ts';
import { projectWithKeys } from './project-with-keys.ts';
import type { Operation } from './operation-context.ts';
import { isServiceFault, toDataSourceError } from './service-fault.ts';

interface TableRead {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
  readonly consistentRead: unknown;
  readonly projection: ExpressionParts | undefined;
}

/** AppSync developer guide, "BatchGetItem": items in the order of the keys, null where there is none. */
export const batchGetItem: Operation = async (request, { dynamodb, call }) => {
  const tables = readTables(request['tables']);
  const requestItems = Object.fromEntries(
    [...tables].map(([name, table]) => {
      const projection = projectWithKeys(table.projection, Object.keys(table.keys[0] ?? {}));
      const input = {
        Keys: table.keys,
        ...present({
          ConsistentRead: table.consistentRead,
          ProjectionExpression: projection.parts?.expression,
        }),
        ...mergePlaceholders([projection.parts]),
      };
      return [name, input];
    }),
  );
  const output = await dynamodb
    .call('BatchGetItem', { RequestItems: requestItems })
    .catch((fault: unknown) => {
      if (isServiceFault(fault)) return fault;
      throw fault;
    });
  if (output instanceof Error) {
    const read = [...tables].map(([name, { keys }]) => [name, keys] as const);
    return failedBatch(toDataSourceError(output, call.requestId), read, 'unprocessedKeys');
  }
  const responses = isRecord(output['Responses']) ? output['Responses'] : {};
  const unprocessed = isRecord(output['UnprocessedKeys']) ? output['UnprocessedKeys'] : {};
  const data: Record<string, unknown> = {};
  const unprocessedKeys: Record<string, unknown> = {};
  for (const [name, table] of tables) {
    data[name] = inRequestOrder(table, responses[name]);
    const rest = unprocessed[name];
    unprocessedKeys[name] =
      isRecord(rest) && Array.isArray(rest['Keys']) ? rest['Keys'].map(toPlainItem) : [];
  }
  return answered({ data, unprocessedKeys });
};

function inRequestOrder(table: TableRead, items: unknown): readonly unknown[] {
  const keyNames = Object.keys(table.keys[0] ?? {});
  const { addedNames } = projectWithKeys(table.projection, keyNames);
  const found = new Map<string, unknown>();
  for (const item of Array.isArray(items) ? items.filter(isRecord) : []) {
    const key = Object.fromEntries(keyNames.map((name) => [name, item[name]]));
    const kept = Object.entries(item).filter(([name]) => !addedNames.includes(name));
    found.set(canonicalText(key), toPlainItem(Object.fromEntries(kept)));
  }
  return table.keys.map((key) => found.get(canonicalText(key)) ?? null);
}

/** Both forms that AWS documents: `{ T: { keys } }` and `{ T: [key] }`. */
function readTables(value: unknown): ReadonlyMap<string, TableRead> {
  if (!isRecord(value)) throw new AttributeFault("Value for field '$[tables]' not found.");
  return new Map(
    Object.entries(value).map(([name, table]) => {
      const full: Readonly<Record<string, unknown>> = isRecord(table) ? table : { keys: table };
      const { keys } = full;
      if (!Array.isArray(keys))
        throw new AttributeFault(`Value for field '$[tables][${name}][keys]' not found.`);
      const read: TableRead = {
        keys: keys.map((key, index) => toServiceMap(key, `tables][${name}][keys][${index}`)),
        consistentRead: full['consistentRead'],
        projection: readExpression(full['projection'], `tables][${name}][projection`),
      };
      return [name, read];
    }),
  );
}
