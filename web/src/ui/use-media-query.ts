import { useSyncExternalStore } from 'react';

/** Follows a CSS media query, e.g. `(prefers-reduced-motion: reduce)`. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}
