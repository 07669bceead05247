/**
 * The answer of one item of a batched invocation, and of a refused single one.
 * AppSync developer guide, "Direct Lambda resolvers", batching: `data`, `errorMessage`, `errorType`, `errorInfo`.
 */
import { SubgraphError } from './subgraph-error.ts';

export interface DataEnvelope {
  readonly data: unknown;
}

export interface ErrorEnvelope {
  readonly data: null;
  readonly errorMessage: string;
  readonly errorType: string;
  readonly errorInfo?: Readonly<Record<string, unknown>>;
}

/** Envelope of a thrown value: a SubgraphError keeps its own type, any other error is typed by its name. */
export function toErrorEnvelope(thrown: unknown): ErrorEnvelope {
  if (thrown instanceof SubgraphError) {
    const { message: errorMessage, errorType, errorInfo } = thrown;
    return { data: null, errorMessage, errorType, ...(errorInfo === undefined ? {} : { errorInfo }) };
  }
  if (thrown instanceof Error) return { data: null, errorMessage: thrown.message, errorType: thrown.name };
  return { data: null, errorMessage: String(thrown), errorType: 'Error' };
}
