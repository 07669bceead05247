import type { Program } from 'acorn';
import { parse } from 'acorn';
import type { CodeError } from '../contract.ts';

export type ParseResult =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly errors: readonly CodeError[] };

/** Parses the text of a resolver or function as an ECMAScript 2024 module. */
export function parseModule(code: string): ParseResult {
  try {
    return { ok: true, program: parse(code, { ecmaVersion: 2024, sourceType: 'module', locations: true }) };
  } catch (error) {
    if (!isAcornError(error)) throw error;
    const { line, column } = error.loc;
    // Acorn appends its own position, with a column that counts from 0.
    const value = error.message.replace(/ \(\d+:\d+\)$/, '');
    return {
      ok: false,
      errors: [{ errorType: 'PARSER_ERROR', value, location: { line, column: column + 1, span: 1 } }],
    };
  }
}

function isAcornError(error: unknown): error is SyntaxError & { loc: { line: number; column: number } } {
  return error instanceof SyntaxError && 'loc' in error;
}
