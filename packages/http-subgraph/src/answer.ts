/**
 * The adapter's answers: AppSync's batch envelope, with as many errors as the subgraph sent. The compiled resolvers
 * append each to the field's errors and go on with the data.
 */
export interface Answer {
  readonly data: unknown;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly errorMessage: string;
  /** `extensions.code` of the subgraph's error, else `SubgraphError`; a fault's own type, e.g. `SubgraphTimeout`. */
  readonly errorType: string;
  readonly errorInfo?: ErrorInfo;
}

export interface ErrorInfo {
  readonly subgraph: string;
  /** Below the value that this answer is for. */
  readonly path?: readonly (string | number)[];
  readonly extensions?: unknown;
}

export const DEFAULT_ERROR_TYPE = 'SubgraphError';

export function answerOf(data: unknown, errors: readonly AnswerError[]): Answer {
  return errors.length === 0 ? { data } : { data, errors };
}
