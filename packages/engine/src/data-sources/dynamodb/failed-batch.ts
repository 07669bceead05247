import { type DataSourceAnswer, type DataSourceError, failed } from '../data-source.ts';
import { type AttributeMap, toPlainItem } from './attribute-values.ts';

/**
 * A batch that the service refused as a whole. Both members of the result and every table are there all the same, with
 * null for each place and nothing processed. AppSync developer guide, "BatchGetItem", "BatchPutItem" and
 * "BatchDeleteItem".
 * Differs or unconfirmed: that a refused call counts as one that processed nothing.
 */
export function failedBatch(
  error: DataSourceError,
  tables: readonly (readonly [name: string, maps: readonly AttributeMap[]])[],
  unprocessedName: 'unprocessedItems' | 'unprocessedKeys',
): DataSourceAnswer {
  return failed(error, {
    data: Object.fromEntries(tables.map(([name, maps]) => [name, maps.map(() => null)])),
    [unprocessedName]: Object.fromEntries(tables.map(([name, maps]) => [name, maps.map(toPlainItem)])),
  });
}
