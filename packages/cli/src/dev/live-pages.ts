/** Builds the pages anew after edits in `web/`, beside everything else: pages that do not build hold nothing up. */
import { formatDuration } from '../terminal/format-step.ts';
import { buildPages, hasPages } from './build-pages.ts';
import type { DevContext } from './start-dev.ts';
import { StepError } from './step-error.ts';

export interface LivePages {
  /** Asks for a build; requests that come while one is under way become one more. */
  readonly request: () => void;
}

export function createLivePages(context: DevContext): LivePages {
  const { stop, terminal } = context;
  const { colors } = terminal;
  // The engine was told at the start where the pages lie, or that there are none.
  const areServed = hasPages(context.paths);
  let isBroken = false;
  let isWaiting = false;
  let lastRun: Promise<void> = Promise.resolve();

  const build = async (): Promise<void> => {
    const startedAtMs = performance.now();
    try {
      const outcome = await buildPages(context);
      if (outcome === 'unchanged' && !isBroken) return;
      const what = `pages built in ${formatDuration(performance.now() - startedAtMs)}`;
      terminal.print(`${colors.green('✓')} ${isBroken ? 'recovered: ' : ''}${what}`);
      isBroken = false;
    } catch (error) {
      // Among them files that an editor deletes while they are read: the next request mends it.
      if (!(error instanceof Error)) throw error;
      if (stop.aborted) return;
      isBroken = true;
      if (error instanceof StepError) terminal.printError(`\n${error.output.trim()}`);
      terminal.printError(`${colors.red('✗')} ${error.message} The last good pages go on.`);
    }
  };
  return {
    request: () => {
      if (!areServed || isWaiting) return;
      isWaiting = true;
      lastRun = lastRun.then(() => {
        isWaiting = false;
        return build();
      });
    },
  };
}
