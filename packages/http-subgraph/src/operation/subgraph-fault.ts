/** Faults of a subgraph as a whole: nothing of its answer can be used. */
import type { AnswerError } from '../answer.ts';

export type SubgraphFaultType =
  /** No connection, or the connection broke. */
  | 'SubgraphUnreachable'
  | 'SubgraphTimeout'
  /** Not asked: it failed too often a moment ago. */
  | 'SubgraphUnavailable'
  /** An HTTP status that is no GraphQL answer. */
  | 'SubgraphHttpError'
  /** No JSON, no GraphQL answer, or too large. */
  | 'SubgraphBadAnswer';

export interface SubgraphFault {
  readonly type: SubgraphFaultType;
  readonly message: string;
}

export function faultError({ type, message }: SubgraphFault, subgraph: string): AnswerError {
  return { errorMessage: message, errorType: type, errorInfo: { subgraph } };
}
