/** Events for one BatchInvoke where a definition names none; AppSync accepts up to 2,000 (checked 2026-11-21). */
export const DEFAULT_MAX_BATCH_SIZE = 500;
