import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds for which a row that just arrived is marked. */
const FRESH_MS = 2_400;

/** Remembers for a moment which rows just arrived, so that they can be shown as new. */
export function useFreshIds(): {
  readonly freshIds: ReadonlySet<string>;
  readonly markFresh: (id: string) => void;
} {
  const [freshIds, setFreshIds] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach((timer) => clearTimeout(timer));
  }, []);

  const markFresh = useCallback((id: string) => {
    setFreshIds((ids) => new Set(ids).add(id));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setFreshIds((ids) => new Set([...ids].filter((other) => other !== id)));
    }, FRESH_MS);
    timers.current.add(timer);
  }, []);

  return { freshIds, markFresh };
}
