import { isRecord } from '../is-record.ts';
import type { AlongInputs } from './along-table.ts';

/** Values with the defaults of those that are null or absent, input objects inside included. */
export function withDefaults(
  values: Readonly<Record<string, unknown>>,
  { defaults = {}, inputs = {} }: AlongInputs,
): Readonly<Record<string, unknown>> {
  const filled = Object.entries(inputs).map(([name, inside]) => [name, fill(values[name], inside)] as const);
  const whole = { ...values, ...Object.fromEntries(filled.filter(([, value]) => value !== undefined)) };
  const missing = Object.entries(defaults).filter(([name]) => (whole[name] ?? null) === null);
  return { ...whole, ...Object.fromEntries(missing) };
}

/** Lists item by item. */
function fill(value: unknown, inputs: AlongInputs): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => fill(item, inputs));
  return isRecord(value) ? withDefaults(value, inputs) : value;
}
