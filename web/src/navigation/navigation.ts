/** Client-side navigation by the history API. */
import { startTransition, useEffect, useState } from 'react';
import { parseRoute, type Route } from './route.ts';

const NAVIGATED = 'tributary:navigated';

/** Goes to another page of this application without loading the document again. */
export function navigateTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(NAVIGATED));
  scrollTo({ top: 0 });
}

/** The current page; follows links, the back button and `navigateTo`. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.pathname));
  useEffect(() => {
    const follow = () => startTransition(() => setRoute(parseRoute(location.pathname)));
    addEventListener('popstate', follow);
    addEventListener(NAVIGATED, follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener(NAVIGATED, follow);
    };
  }, []);
  return route;
}
