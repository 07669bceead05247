import type { ItemChange } from './contract.ts';

/** Tells each of a change. One that throws becomes a warning of the process: the write stands, and the others hear of it. */
export function notifyListeners(
  listeners: ReadonlySet<(change: ItemChange) => void>,
  change: ItemChange,
): void {
  for (const listener of listeners) {
    try {
      listener(change);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
