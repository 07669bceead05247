/** Limits of the HTTP side. */

/** Bytes of a request body; not in AppSync's quota list, 1 MB is what is commonly quoted (checked 2026-11-21). */
export const MAX_REQUEST_BODY_BYTES = 1024 * 1024;

/** AppSync developer guide, "Compression": bodies of 1,000 to 10,000,000 bytes (checked 2026-11-21). */
export const MIN_GZIP_BYTES = 1_000;
export const MAX_GZIP_BYTES = 10_000_000;

/** Requests that the console remembers; our choice. */
export const REMEMBERED_REQUESTS = 200;

/** SDK clients keep idle connections; a server that closes them first makes calls fail with a reset. Our choice. */
export const INTERNAL_KEEP_ALIVE_MS = 120_000;
