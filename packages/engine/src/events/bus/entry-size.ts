import { isRecord } from '../../model/is-record.ts';

/** Bytes that a `Time` counts for, whatever its form. */
const TIME_BYTES = 14;

/**
 * Bytes of an entry of `PutEvents` as EventBridge counts them: texts in UTF-8, without names and punctuation.
 * @see EventBridge user guide, "Calculating PutEvents event entry size" (checked 2026-11-21)
 */
export function entrySize(entry: unknown): number {
  const { Source, DetailType, Detail, Resources, Time } = isRecord(entry) ? entry : {};
  const texts = [Source, DetailType, Detail, ...(Array.isArray(Resources) ? (Resources as unknown[]) : [])];
  const bytes = texts.reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0),
    0,
  );
  return bytes + (Time === undefined ? 0 : TIME_BYTES);
}
