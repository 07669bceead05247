/** `tributary explain`: what a diagnostic's code means, or the list of all codes. */
import { explainCode, knownCodes, nearNames } from '@tributary/compiler';
import { CallError } from '../call-error.ts';
import { EXIT_GOOD } from '../exit-codes.ts';
import { printJson } from '../terminal/print-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ExplainOptions {
  readonly code?: string;
  readonly json: boolean;
}

/** @throws CallError for a code that does not exist, with near ones */
export function runExplain(options: ExplainOptions, terminal: Terminal): number {
  if (options.code === undefined) return listCodes(options, terminal);
  const code = options.code.toUpperCase();
  const explanation = explainCode(code);
  if (explanation === undefined) {
    const near = [
      ...new Set([...nearNames(code, knownCodes()), ...knownCodes().filter((known) => known.includes(code))]),
    ];
    const fix =
      near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Run "tributary explain" for the list of codes.';
    throw new CallError(`There is no error code "${options.code}".`, fix);
  }
  if (options.json) printJson(terminal, { code, explanation });
  else terminal.print(`${terminal.colors.bold(code)}\n\n${explanation}`);
  return EXIT_GOOD;
}

function listCodes({ json }: ExplainOptions, terminal: Terminal): number {
  if (json) printJson(terminal, { codes: knownCodes() });
  else terminal.print(knownCodes().join('\n'));
  return EXIT_GOOD;
}
