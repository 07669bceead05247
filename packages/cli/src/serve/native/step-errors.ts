/** Errors of a step's answers, as errors of the fields whose values it completes. */
import { divideErrors } from '@tributary/http-subgraph';
import type { Answer } from '@tributary/http-subgraph';
import type { EntityList } from './ask-entities.ts';
import type { FieldRun } from './field-run.ts';
import { addError, toResolverError } from './field-run.ts';
import type { JoinedValues } from './joined-values.ts';

export interface AskingPlace {
  /** Of every place in the response that the entity has. */
  readonly sources: readonly number[];
  readonly slot: number;
}

/** The answers without errors that resolvers of fields with arguments will tell. */
export function withoutTold(
  answers: readonly Answer[],
  { byType }: EntityList,
  { isTold }: JoinedValues,
): readonly Answer[] {
  if (!answers.some(({ errors = [] }) => errors.length > 0)) return answers;
  const rest = [...answers];
  for (const [typeName, { slots }] of byType) {
    for (const slot of slots) {
      const { data, errors = [] } = answers[slot] ?? { data: null };
      rest[slot] = { data, errors: errors.filter((error) => !isTold(error, data, typeName)) };
    }
  }
  return rest;
}

/** Of each source: errors of several of its entities once, then those of single ones. */
export function addStepErrors(
  run: FieldRun,
  asking: readonly AskingPlace[],
  answers: readonly Answer[],
): void {
  if (!answers.some(({ errors = [] }) => errors.length > 0)) return;
  const slotsBySource = new Map<number, number[]>();
  for (const { sources, slot } of asking) {
    for (const source of sources) {
      const slots = slotsBySource.get(source);
      if (slots === undefined) slotsBySource.set(source, [slot]);
      else slots.push(slot);
    }
  }
  for (const [source, slots] of slotsBySource) {
    const distinct = [...new Set(slots)];
    const { shared, own } = divideErrors(distinct.map((slot) => answers[slot] ?? { data: null }));
    const told = [...shared, ...slots.flatMap((slot) => own[distinct.indexOf(slot)] ?? [])];
    for (const error of told) addError(run, source, toResolverError(error));
  }
}
