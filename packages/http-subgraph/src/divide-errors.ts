import type { Answer, AnswerError } from './answer.ts';

export interface DividedErrors {
  /** Errors of several entities, as of the whole list: each is told once. */
  readonly shared: readonly AnswerError[];
  /** By entity: errors that only it has. */
  readonly own: readonly (readonly AnswerError[])[];
}

/** An error is the same for entities that have the same object. */
export function divideErrors(entities: readonly Answer[]): DividedErrors {
  const all = entities.flatMap(({ errors = [] }) => errors);
  const own = new Set(all.filter((error) => all.indexOf(error) === all.lastIndexOf(error)));
  return {
    shared: [...new Set(all)].filter((error) => !own.has(error)),
    own: entities.map(({ errors = [] }) => errors.filter((error) => own.has(error))),
  };
}
