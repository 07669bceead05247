/** Limits of enhanced filters. AppSync developer guide, "Defining enhanced subscriptions filters" (checked 2026-11-21). */

/** Different fields in one entry of `filterGroup`, which `and` joins. */
export const MAX_FIELDS_PER_ENTRY = 5;
/** Entries of `filterGroup`, which `or` joins; an `in` with n values makes n entries of its own. */
export const MAX_ENTRIES_PER_FILTER_GROUP = 10;
export const MAX_IN_VALUES = 5;
export const MAX_CONTAINS_ANY_VALUES = 20;
export const MAX_FILTER_STRING_CHARS = 256;
/** Levels of a nested field name; conditions on deeper ones are ignored. */
export const MAX_FIELD_LEVELS = 5;
