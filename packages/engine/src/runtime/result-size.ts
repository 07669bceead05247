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
  let budget = MAX_RESULT_BYTES;
  const spend = (value: unknown): void => {
    if (typeof value === 'string') {
      budget -= value.length + SYNTAX_CHARS;
      return;
    }
    budget -= SCALAR_CHARS;
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const element of value) {
        if (budget < 0) return;
        spend(element);
      }
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      if (budget < 0) return;
      budget -= name.length + SYNTAX_CHARS;
      spend(member);
    }
  };
  try {
    spend(result);
  } catch (error) {
    // Nesting deeper than the call stack.
    if (error instanceof RangeError) return true;
    throw error;
  }
  return budget < 0;
}
