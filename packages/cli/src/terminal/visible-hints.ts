/** Which hints about composition a command shows: those of the level that was asked for, and what matters more. */
import type { Diagnostic } from '@tributary/compiler';

export const HINT_OPTIONS = ['off', 'warn', 'info', 'debug'] as const;
/** `--hints`. */
export type HintOption = (typeof HINT_OPTIONS)[number];
export const DEFAULT_HINTS: HintOption = 'warn';

/** Errors always stay; a hint without a level, about AppSync's dialect, counts as a warning. */
export function visibleHints(
  diagnostics: readonly Diagnostic[],
  shown: HintOption = DEFAULT_HINTS,
): readonly Diagnostic[] {
  const least = HINT_OPTIONS.indexOf(shown);
  return diagnostics.filter(
    ({ severity, level = 'warn' }) => severity === 'error' || HINT_OPTIONS.indexOf(level) <= least,
  );
}
