/** Lets a live event change what a loaded query holds, without asking the API again. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useQueryClient } from '@tanstack/react-query';
import { toQueryKey } from './query-key.ts';
import type { Answer } from './request.ts';

/** @returns a function that applies `change` to the cached data; nothing happens while the query is not loaded */
export function useCacheUpdate<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): (change: (data: Data) => Data) => void {
  const queryClient = useQueryClient();
  return (change) => {
    queryClient.setQueryData<Answer<Data>>(toQueryKey(document, variables), (answer) =>
      answer === undefined ? undefined : { ...answer, data: change(answer.data) },
    );
  };
}
