import { isMentioned } from '@tributary/compiler';
import type { OverrideCondition } from '@tributary/compiler';
import { selectionOf } from './field-selection.ts';
import type { FieldRun } from './field-run.ts';
import { holds } from './override-label.ts';

export interface Choice {
  /** Selected fields that the subgraph's answer has in full. */
  readonly covers: readonly string[];
  /** Paths below the value that its answer does not have. */
  readonly misses: readonly string[];
  readonly condition: OverrideCondition | undefined;
}

export interface Chosen {
  /** Index of the choice to ask first. */
  readonly first: number;
  /** Its answer has all that is selected, at every depth: no other one is asked. */
  readonly isWhole: boolean;
}

/** Chooses what covers the selection, else the first that counts for the request. */
export function chooseFirst(run: FieldRun, choices: readonly Choice[]): Chosen {
  const isCounting = choices.map(({ condition }) => holds(run, condition));
  const { names: selected, deepNames } = selectionOf(run.field);
  const names = [...(selected ?? [])];
  if (names.length === 0) return { first: isCounting.indexOf(true), isWhole: false };
  const isFitting = ({ covers }: Choice, index: number) =>
    isCounting[index] === true && names.every((name) => covers.includes(name));
  const isDeciding = choices.some(({ misses }) => misses.length > 0);
  const whole = choices.findIndex(
    (choice, index) =>
      isFitting(choice, index) && !choice.misses.some((path) => isMentioned(deepNames, path)),
  );
  if (isDeciding && whole > -1) return { first: whole, isWhole: true };
  const fitting = choices.findIndex(isFitting);
  return { first: fitting > -1 ? fitting : isCounting.indexOf(true), isWhole: false };
}
