/** What one bench found, as data: printed, kept in results.json and rendered in results.md. */

export interface BenchReport {
  readonly bench: string;
  readonly title: string;
  /** ISO 8601. */
  readonly measuredAt: string;
  /** How it was measured, for readers of the table. */
  readonly setting: string;
  readonly series: readonly Series[];
  readonly checks: readonly TargetCheck[];
  /** Disturbances and other remarks. */
  readonly notes: readonly string[];
}

/** One metric of one contender under one condition; a value for each round. */
export interface Series {
  /** For example `16 connections`. */
  readonly condition: string;
  readonly contender: string;
  /** With its unit, for example `requests/s`. */
  readonly metric: string;
  readonly values: readonly number[];
}

export interface TargetCheck {
  readonly what: string;
  readonly comparison: 'at least' | 'at most';
  readonly target: number;
  /** Empty for ratios. */
  readonly unit: string;
  /** A value for each round; the median counts. */
  readonly values: readonly number[];
}
