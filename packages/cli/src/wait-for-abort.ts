/** Resolves when the signal is aborted; at once when it already is. */
export function waitForAbort(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((fulfill) => signal.addEventListener('abort', () => fulfill(), { once: true }));
}
