/** `@override(label:)` as the emitted code decides it. */
import { randomUUID } from 'node:crypto';
import { labelVariable } from '@tributary/compiler';
import type { OverrideCondition } from '@tributary/compiler';
import type { FieldRun } from './field-run.ts';

/** The last six digits of a trace ID are random. */
const RANDOM_DIGITS = 6;
const RANDOM_VALUES = 16 ** RANDOM_DIGITS;

/** True when the condition holds for the request; also when there is none. */
export function holds({ field }: Pick<FieldRun, 'field'>, condition: OverrideCondition | undefined): boolean {
  return condition === undefined || isLabelActive(field, condition.label) === condition.isActive;
}

/** "percent(N)" is decided by the trace ID, any other label by the environment variable OVERRIDE_<LABEL>. */
function isLabelActive({ environment, headers }: FieldRun['field'], label: string): boolean {
  const percent = /^percent\((.+)\)$/.exec(label)?.[1];
  if (percent === undefined) return environment[labelVariable(label)] === 'on';
  const header = headers['x-amzn-trace-id'];
  const trace = typeof header === 'string' && header !== '' ? header : randomUUID();
  const share = [...trace.slice(-RANDOM_DIGITS)].reduce((sum, digit) => {
    const value = '0123456789abcdef'.indexOf(digit.toLowerCase());
    return sum * 16 + (value === -1 ? 0 : value);
  }, 0);
  return (share / RANDOM_VALUES) * 100 < Number(percent);
}
