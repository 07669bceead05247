/** Characters. AppSync API reference, "Resolver", `code`: 1 to 32768 (checked 2026-11-21). */
export const MAX_CODE_CHARS = 32_768;

/** Iterations of one loop. AppSync service quotas, "Iterations in a foreach loop" (checked 2026-11-21). */
export const MAX_LOOP_ITERATIONS = 1_000;

/** Bytes. AppSync service quotas, "Evaluated resolver/function size" (checked 2026-11-21). */
export const MAX_RESULT_BYTES = 5 * 1024 * 1024;

/** Bytes, names and values together. AppSync developer guide, "HTTP helpers in util.http" (checked 2026-11-21). */
export const MAX_RESPONSE_HEADER_BYTES = 4 * 1024;
