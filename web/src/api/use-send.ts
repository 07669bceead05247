/** Sends a mutation and tells its state as a union. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useMutation } from '@tanstack/react-query';
import { describeFailure } from './graphql-problem.ts';
import { request, type Answer } from './request.ts';

export type SendState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Sender<Data, Variables> {
  readonly state: SendState;
  /** `onDone` is called for the latest send only: answers of earlier ones come as events. */
  readonly send: (variables: Variables, onDone?: (answer: Answer<Data>) => void) => void;
  /** Puts a failed state back to idle. */
  readonly dismiss: () => void;
}

export function useSend<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
): Sender<Data, Variables> {
  const mutation = useMutation({ mutationFn: (variables: Variables) => request(document, variables) });
  return {
    state: mutation.isPending
      ? { kind: 'sending' }
      : mutation.isError
        ? { kind: 'failed', reason: describeFailure(mutation.error) }
        : { kind: 'idle' },
    send: (variables, onDone) =>
      mutation.mutate(variables, onDone === undefined ? {} : { onSuccess: onDone }),
    dismiss: () => mutation.reset(),
  };
}
