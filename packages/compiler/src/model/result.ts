/** The outcome of a phase: a value, or every diagnostic that speaks against it. */
import type { Diagnostic } from './diagnostic.ts';

export type Result<Value, Failure = readonly Diagnostic[]> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function err<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/** Marks what cannot happen; its text asks for a report because it is our bug. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition)
    throw new Error(`Internal error: ${message}. Please report this with the schema that caused it.`);
}

/** Makes a switch over a union exhaustive. */
export function assertNever(value: never): never {
  throw new Error(`Internal error: unexpected ${JSON.stringify(value)}. Please report this.`);
}
