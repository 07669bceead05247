/** Partition of the index `by-listing`. */
export const POLL_LISTING = 'POLL';
