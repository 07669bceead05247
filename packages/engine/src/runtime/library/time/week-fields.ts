/** Week fields as in the United States, the service's locale: weeks start on Sunday, January 1 is in week 1. */

const DAYS_PER_WEEK = 7;
const MS_PER_DAY = 86_400_000;

/** Year and number of the week that a date is in; a week belongs to the year of its Saturday. */
export function weekOfYear(local: Date): { readonly year: number; readonly week: number } {
  const saturday = new Date(local.getTime() + (DAYS_PER_WEEK - 1 - local.getUTCDay()) * MS_PER_DAY);
  const year = saturday.getUTCFullYear();
  const dayIndex = Math.floor((saturday.getTime() - Date.UTC(year, 0, 1)) / MS_PER_DAY);
  return { year, week: Math.floor(dayIndex / DAYS_PER_WEEK) + 1 };
}

export function weekOfMonth(local: Date): number {
  const day = local.getUTCDate();
  const firstWeekday = new Date(local.getTime() - (day - 1) * MS_PER_DAY).getUTCDay();
  return Math.floor((day - 1 + firstWeekday) / DAYS_PER_WEEK) + 1;
}
