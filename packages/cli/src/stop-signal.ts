/** Turns the end of the session (Ctrl-C, SIGTERM, a closed terminal, the end of npm) into one AbortSignal. */
import { EXIT_GOOD } from './exit-codes.ts';

/** Milliseconds after which the process ends even if something has not; the contract allows two seconds in all. */
const DEADLINE_MS = 1700;

/** Milliseconds between two looks at the parent process. */
const PARENT_CHECK_MS = 250;

export function createStopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    // Ctrl-C below npm arrives twice: from the terminal and from npm.
    if (controller.signal.aborted) return;
    controller.abort();
    setTimeout(() => process.exit(EXIT_GOOD), DEADLINE_MS).unref();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  if (process.env['npm_lifecycle_event'] !== undefined) stopWithoutParent(stop);
  return controller.signal;
}

/** npm hands SIGTERM to its shell only, which ends without telling its children: we notice by our new parent. */
function stopWithoutParent(stop: () => void): void {
  const parentId = process.ppid;
  setInterval(() => {
    if (process.ppid !== parentId) stop();
  }, PARENT_CHECK_MS).unref();
}
