import { isRecord } from '../model/is-record.ts';
import { MAX_RESULT_BYTES } from './limits.ts';

/** Characters that JSON spends on quotes, colons and commas around a name or value. */
const SYNTAX_CHARS = 3;
/** Typical characters of a number or literal. */
const SCALAR_CHARS = 4;

/**
 * True when a handler's result is larger than AppSync evaluates. The size is an estimate of the JSON text that
 * counts characters as bytes, since the exact text is not needed here; a value that contains itself is too
 * large as well.
 */
export function isResultTooLarge(result: unknown): boolean {
  try {
    return charsLeft(result, MAX_RESULT_BYTES) < 0;
  } catch (error) {
    // Nesting deeper than the call stack.
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** What a value leaves of a budget; below zero once it is spent, without a look at the rest. */
function charsLeft(value: unknown, budget: number): number {
  if (typeof value === 'string') return budget - value.length - SYNTAX_CHARS;
  let left = budget - SCALAR_CHARS;
  if (Array.isArray(value)) {
    for (const element of value as readonly unknown[]) {
      if (left < 0) break;
      left = charsLeft(element, left);
    }
  } else if (isRecord(value)) {
    // Every handler's result comes by here: `for in` makes no lists of names, and nothing enumerable is inherited.
    for (const name in value) {
      if (left < 0) break;
      left = charsLeft(value[name], left - name.length - SYNTAX_CHARS);
    }
  }
  return left;
}
