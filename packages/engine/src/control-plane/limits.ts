/** Limits of EvaluateCode. AppSync API reference, "EvaluateCode" (checked 2026-11-21). */

/** Characters. */
export const MAX_EVALUATED_CODE_CHARS = 32_768;

/** Characters of the context's JSON text. */
export const MIN_CONTEXT_CHARS = 2;
export const MAX_CONTEXT_CHARS = 28_000;

/** Characters of the result's JSON text. */
export const MAX_EVALUATION_RESULT_CHARS = 65_536;

/** Bytes; our choice: both texts at their largest, every character escaped. */
export const MAX_EVALUATE_BODY_BYTES = 512 * 1024;
