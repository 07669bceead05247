import { QueryClient } from '@tanstack/react-query';
import { RequestFailed } from '../api/graphql-problem.ts';

/** Milliseconds for which loaded data counts as fresh. Live events keep it current; a reconnect loads it again. */
const STALE_AFTER_MS = 30_000;

/** Repeats of a request whose answer never came. An answer with errors is an answer: it is shown, not repeated. */
const MAX_RETRIES = 1;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        // The API may run on this very machine, where a browser without a network still reaches it.
        networkMode: 'always',
        retry: (failureCount, failure) => !(failure instanceof RequestFailed) && failureCount < MAX_RETRIES,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
