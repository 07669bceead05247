/** What `tributary check` found: always the same five parts, in order. docs/check.md documents the JSON made from it. */
import type { Diagnostic, LimitMeasure } from '@tributary/compiler';
import type { SchemaChange } from './compare-schemas.ts';

export const CHECK_NAMES = ['composition', 'appsync', 'limits', 'breaking', 'operations'] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

export interface CheckPart {
  readonly name: CheckName;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** One line: what was found, or why the part was skipped. */
  readonly summary: string;
  readonly diagnostics: readonly Diagnostic[];
  /** `limits`: what comes closest to each limit. */
  readonly measures?: readonly LimitMeasure[];
  /** `breaking`: every change against the base, the breaking ones first. */
  readonly changes?: readonly SchemaChange[];
}

export type CheckReport = readonly CheckPart[];

export function skippedPart(name: CheckName, reason: string): CheckPart {
  return { name, status: 'skipped', summary: reason, diagnostics: [] };
}

/** A part that ran: failed when one of its diagnostics is an error. */
export function finishedPart(
  name: CheckName,
  summary: string,
  diagnostics: readonly Diagnostic[],
): CheckPart {
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return { name, status: hasErrors ? 'failed' : 'passed', summary, diagnostics };
}
