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
  /** Indices of choices that are as good as the first, which is one of them. */
  readonly alike: readonly number[];
}

/** Chooses what covers the selection, else the first that counts for the request. */
export function chooseFirst(run: Pick<FieldRun, 'field'>, choices: readonly Choice[]): Chosen {
  const isCounting = choices.map(({ condition }) => holds(run, condition));
  const { names: selected, deepNames } = selectionOf(run.field);
  const names = [...(selected ?? [])];
  const counting = isCounting.indexOf(true);
  if (names.length === 0) return { first: counting, isWhole: false, alike: [counting] };
  const indices = [...choices.keys()];
  const fitting = indices.filter(
    (index) => isCounting[index] === true && names.every((name) => choices[index]?.covers.includes(name)),
  );
  const isDeciding = choices.some(({ misses }) => misses.length > 0);
  const wholes = isDeciding
    ? fitting.filter((index) => choices[index]?.misses.some((path) => isMentioned(deepNames, path)) === false)
    : [];
  const isWhole = wholes.length > 0;
  // Others add to the first one's answer only.
  const equal = isDeciding ? fitting.slice(0, 1) : fitting;
  const [alike = [counting]] = [wholes, equal].filter(({ length }) => length > 0);
  return { first: alike[0] ?? counting, isWhole, alike };
}
