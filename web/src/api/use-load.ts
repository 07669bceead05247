/** Loads a query through the cache and tells its state as a union. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { describeFailure, type GraphQLProblem } from './graphql-problem.ts';
import type { LoadState } from './load-state.ts';
import { toQueryKey } from './query-key.ts';
import { request, type Answer } from './request.ts';

/** @returns `failed` only while there is nothing to show; a failed refresh over old data is a notice */
export function useLoad<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): LoadState<Data> {
  const query = useQuery({
    queryKey: toQueryKey(document, variables),
    queryFn: () => request(document, variables),
  });
  return toLoadState(query);
}

function toLoadState<Data>(query: UseQueryResult<Answer<Data>>): LoadState<Data> {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.isError
      ? { kind: 'failed', reason: describeFailure(query.error), retry }
      : { kind: 'loading' };
  }
  const staleNotices = query.isError ? [`Could not refresh: ${describeFailure(query.error)}`] : [];
  return {
    kind: 'ready',
    data: query.data.data,
    notices: [...staleNotices, ...query.data.problems.map(toNotice)],
  };
}

/** One line for a problem that came along with data. */
export function toNotice(problem: GraphQLProblem): string {
  return problem.path === undefined ? problem.message : `${problem.path}: ${problem.message}`;
}
