import type { OverrideCondition } from '@tributary/compiler';
import { selectionOf } from './field-selection.ts';
import type { FieldRun } from './field-run.ts';
import { holds } from './override-label.ts';

export interface Choice {
  /** Selected fields that the subgraph's answer has in full. */
  readonly covers: readonly string[];
  readonly condition: OverrideCondition | undefined;
}

/** Index of the choice to ask first: the one that covers the selection, else the first that counts for the request. */
export function chooseFirst(run: FieldRun, choices: readonly Choice[]): number {
  const isCounting = choices.map(({ condition }) => holds(run, condition));
  const names = [...(selectionOf(run.field).names ?? [])];
  const fitting = choices.findIndex(
    ({ covers }, index) => isCounting[index] === true && names.every((name) => covers.includes(name)),
  );
  return names.length > 0 && fitting > -1 ? fitting : isCounting.indexOf(true);
}
