/** The moment at which the sample data ends. */
export const SEED_NOW = '2026-11-20T18:00:00.000Z';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** AWSDateTime so many milliseconds before the end of the sample data. */
export function before(ageMs: number): string {
  return new Date(Date.parse(SEED_NOW) - ageMs).toISOString();
}

/** `p-0001` for prefix `p`, number 1 and four digits. */
export function seedId(prefix: string, number: number, digits = 4): string {
  return `${prefix}-${String(number).padStart(digits, '0')}`;
}
