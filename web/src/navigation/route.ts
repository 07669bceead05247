/** The pages and their addresses. */
export type Route = 'operations' | 'store' | 'vote' | 'not-found';

export const PATHS = { operations: '/', store: '/store', vote: '/vote' } as const;

/** @param pathname - as `location.pathname` gives it; a trailing slash makes no difference */
export function parseRoute(pathname: string): Route {
  const path = pathname.replace(/\/+$/, '') || '/';
  switch (path) {
    case PATHS.operations:
    case '/index.html':
      return 'operations';
    case PATHS.store:
      return 'store';
    case PATHS.vote:
      return 'vote';
    default:
      return 'not-found';
  }
}
