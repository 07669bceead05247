/** Aggregates of columns, in the list of columns and in conditions. */
import { isRecord } from '../../../model/is-record.ts';

const AGGREGATE = Symbol('aggregate');

export interface Aggregate {
  readonly [AGGREGATE]: true;
  readonly name: AggregateName;
  readonly column: string;
}

const AGGREGATES = {
  avg: { call: 'AVG', distinct: false },
  avgDistinct: { call: 'AVG', distinct: true },
  count: { call: 'COUNT', distinct: false },
  countDistinct: { call: 'COUNT', distinct: true },
  max: { call: 'MAX', distinct: false },
  maxDistinct: { call: 'MAX', distinct: true },
  min: { call: 'MIN', distinct: false },
  minDistinct: { call: 'MIN', distinct: true },
  sum: { call: 'SUM', distinct: false },
  sumDistinct: { call: 'SUM', distinct: true },
} as const;

export type AggregateName = keyof typeof AGGREGATES;

export function isAggregateName(name: string): name is AggregateName {
  return Object.hasOwn(AGGREGATES, name);
}

/**
 * The SQL call of an aggregate.
 * Differs or unconfirmed: the declarations name the aggregates, but their text is not published.
 * @param operand - the quoted column
 */
export function aggregateCall(name: AggregateName, operand: string): string {
  const { call, distinct } = AGGREGATES[name];
  return `${call}(${distinct ? 'DISTINCT ' : ''}${operand})`;
}

function aggregate(name: AggregateName): (column: unknown) => Aggregate {
  return (column) => ({ [AGGREGATE]: true, name, column: String(column) });
}

/** The export `agg`. */
export const agg = {
  avg: aggregate('avg'),
  avgDistinct: aggregate('avgDistinct'),
  count: aggregate('count'),
  countDistinct: aggregate('countDistinct'),
  max: aggregate('max'),
  maxDistinct: aggregate('maxDistinct'),
  min: aggregate('min'),
  minDistinct: aggregate('minDistinct'),
  sum: aggregate('sum'),
  sumDistinct: aggregate('sumDistinct'),
};

export function isAggregate(value: unknown): value is Aggregate {
  return isRecord(value) && AGGREGATE in value;
}
