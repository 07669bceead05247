/** A record that an endpoint's stream gave -> the change that it tells of. */
import { isRecord } from '../../model/is-record.ts';
import type { AttributeMap, ItemChange } from '../contract.ts';

/** Images that the stream's view leaves out are the keys alone; undefined: not a record. */
export function itemChangeOf(tableName: string, record: unknown): ItemChange | undefined {
  if (!isRecord(record) || !isRecord(record.dynamodb) || !isRecord(record.dynamodb.Keys)) return undefined;
  const { Keys, NewImage, OldImage } = record.dynamodb;
  const keys = Keys as AttributeMap;
  const imageOf = (image: unknown): AttributeMap => (isRecord(image) ? (image as AttributeMap) : keys);
  return {
    tableName,
    keys,
    before: record.eventName === 'INSERT' ? undefined : imageOf(OldImage),
    after: record.eventName === 'REMOVE' ? undefined : imageOf(NewImage),
    cause: isRecord(record.userIdentity) ? 'time-to-live' : 'request',
  };
}
