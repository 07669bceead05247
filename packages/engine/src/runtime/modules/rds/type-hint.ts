/** Values that carry the SQL type the Data API shall give them. */
import { isRecord } from '../../../model/is-record.ts';

/** Data API reference, `SqlParameter`, `typeHint`. */
export type TypeHintName = 'DATE' | 'DECIMAL' | 'JSON' | 'TIME' | 'TIMESTAMP' | 'UUID';

const HINTED = Symbol('typeHint');

/** Serializes as `{ type, value }`; the mark tells it from a user's value of the same shape. */
export interface HintedValue {
  readonly [HINTED]: true;
  readonly type: TypeHintName;
  readonly value: unknown;
}

function hint(type: TypeHintName): (value: unknown) => HintedValue {
  return (value) => ({ [HINTED]: true, type, value });
}

/**
 * The export `typeHint`.
 * Differs or unconfirmed: the guide shows a DATETIME once, which the declarations and the Data API lack.
 * @see AppSync developer guide, "Built-in modules", "Amazon RDS module functions", "Casting"
 */
export const typeHint = {
  DATE: hint('DATE'),
  DECIMAL: hint('DECIMAL'),
  JSON: hint('JSON'),
  TIME: hint('TIME'),
  TIMESTAMP: hint('TIMESTAMP'),
  UUID: hint('UUID'),
};

export function isHintedValue(value: unknown): value is HintedValue {
  return isRecord(value) && HINTED in value;
}
