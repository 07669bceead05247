/**
 * What goes in: anything that the Amplify client throws or delivers beside data.
 * What comes out: problems as plain values that a page can show.
 */

/** One entry of a GraphQL answer's `errors`, as AppSync words them. */
export interface GraphQLProblem {
  readonly message: string;
  /** AppSync's `errorType`, e.g. `InsufficientStock`; undefined when the error carries none. */
  readonly errorType: string | undefined;
  /** Response path joined by dots, e.g. `orders.items.3.total`; undefined for whole-request problems. */
  readonly path: string | undefined;
}

/** Thrown by `request` when an answer holds no data at all. */
export class RequestFailed extends Error {
  readonly problems: readonly GraphQLProblem[];

  constructor(problems: readonly GraphQLProblem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.message).join('\n') || 'The API sent no data.', options);
    this.name = 'RequestFailed';
    this.problems = problems;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the `errors` list of a GraphQL answer; anything that is not such a list gives no problems. */
export function parseProblems(errors: unknown): GraphQLProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => {
    if (!isRecord(error)) return { message: String(error), errorType: undefined, path: undefined };
    return {
      message:
        typeof error['message'] === 'string' ? error['message'] : 'The API reported a problem without words.',
      errorType: typeof error['errorType'] === 'string' ? error['errorType'] : undefined,
      path: Array.isArray(error['path']) ? error['path'].join('.') : undefined,
    };
  });
}

/** The sentence to show for whatever was thrown while asking. */
export function describeFailure(failure: unknown): string {
  if (failure instanceof Error && failure.message !== '') return failure.message;
  return 'Something went wrong that carries no message.';
}
