const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long ago something was, in the largest unit that fits.
 * @param at - AWSDateTime, e.g. `2026-11-21T10:00:00Z`
 * @returns `now` below ten seconds and for clocks that run behind; else e.g. `40 s`, `12 min`, `3 h`, `9 d`
 */
export function formatAgo(at: string, nowMs: number): string {
  const agoMs = nowMs - Date.parse(at);
  if (agoMs < 10 * SECOND_MS) return 'now';
  if (agoMs < MINUTE_MS) return `${Math.floor(agoMs / (10 * SECOND_MS)) * 10} s`;
  if (agoMs < HOUR_MS) return `${Math.floor(agoMs / MINUTE_MS)} min`;
  if (agoMs < DAY_MS) return `${Math.floor(agoMs / HOUR_MS)} h`;
  return `${Math.floor(agoMs / DAY_MS)} d`;
}
