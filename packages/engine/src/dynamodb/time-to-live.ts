/** UpdateTimeToLive, DescribeTimeToLive, and the deletion of expired items. */
import { isRecord } from '../model/is-record.ts';
import type { AttributeMap } from './contract.ts';
import { itemPrefix } from './item-store.ts';
import type { DatabaseParts, Operation } from './operation.ts';
import { readText } from './request-parameters.ts';
import { validationException } from './service-error.ts';
import type { ItemAddress } from './write-path.ts';

/** Seconds. Items that expired longer ago stay. DynamoDB developer guide, "Time to Live": 5 years (checked 2026-11-21). */
const MAX_EXPIRED_AGE_SECONDS = 5 * 365 * 24 * 60 * 60;

/** Items deleted in one commit. */
const SWEEP_BATCH_SIZE = 100;

const TTL_PREFIX = 'ttl~';
export const timeToLiveKey = (tableName: string): string => TTL_PREFIX + tableName;

export const updateTimeToLive: Operation = async ({ catalog, store }, input) => {
  const specification = isRecord(input.TimeToLiveSpecification) ? input.TimeToLiveSpecification : {};
  const { AttributeName, Enabled } = specification;
  if (typeof AttributeName !== 'string' || AttributeName === '') {
    throw validationException(
      "1 validation error detected: Value '' at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: " +
        'Member must have length greater than or equal to 1',
    );
  }
  const key = timeToLiveKey(catalog.getNamed(readText(input, 'TableName', 'required')).TableName);
  const [current] = await store.getMany([key]);
  if ((Enabled === true) === (current !== undefined)) {
    throw validationException(`TimeToLive is already ${Enabled === true ? 'enabled' : 'disabled'}`);
  }
  await store.batch([Enabled === true ? { type: 'put', key, value: AttributeName } : { type: 'del', key }]);
  return { TimeToLiveSpecification: { AttributeName, Enabled: Enabled === true } };
};

export const describeTimeToLive: Operation = async ({ catalog, store }, input) => {
  const [AttributeName] = await store.getMany([
    timeToLiveKey(catalog.getNamed(readText(input, 'TableName', 'required')).TableName),
  ]);
  const description =
    AttributeName === undefined
      ? { TimeToLiveStatus: 'DISABLED' }
      : { TimeToLiveStatus: 'ENABLED', AttributeName };
  return { TimeToLiveDescription: description };
};

/** Deletes what has expired in all tables; each deletion checks the item again under its lock. */
export async function sweepExpiredItems(parts: DatabaseParts): Promise<void> {
  for await (const [tableName, attributeName] of parts.store.entries(TTL_PREFIX)) {
    if (typeof attributeName === 'string' && parts.catalog.find(tableName) !== undefined) {
      await sweepTable(parts, tableName, attributeName);
    }
  }
}

async function sweepTable(parts: DatabaseParts, tableName: string, attributeName: string): Promise<void> {
  const { store, writes, now } = parts;
  const isExpired = (item: AttributeMap | undefined): boolean => {
    const ageSeconds = now() / 1000 - Number(item?.[attributeName]?.N ?? NaN);
    return ageSeconds >= 0 && ageSeconds < MAX_EXPIRED_AGE_SECONDS;
  };
  const expired: ItemAddress[] = [];
  for await (const [key, item] of store.entries(itemPrefix(tableName))) {
    if (isExpired(item as AttributeMap)) expired.push({ tableName, key });
  }
  while (expired.length > 0) {
    await writes.commit(
      expired.splice(0, SWEEP_BATCH_SIZE),
      (before) =>
        Promise.resolve({
          after: before.map((item) => (isExpired(item) ? undefined : item)),
          result: undefined,
        }),
      { cause: 'time-to-live' },
    );
  }
}
