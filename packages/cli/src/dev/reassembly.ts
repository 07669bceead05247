/** Makes a new assembly in the background after edits, and hands it to the engine when its infrastructure changed. */
import type { RunningEngine } from '@tributary/engine';
import { formatDuration } from '../terminal/format-step.ts';
import { assemble, hashInputs } from './assemble.ts';
import { readInfrastructureFingerprint } from './infrastructure-fingerprint.ts';
import type { DevContext } from './start-dev.ts';
import { StepError } from './step-error.ts';

/** Milliseconds without an edit before the assembly is made anew: it costs seconds of a core. */
const QUIET_MS = 1000;

export interface Reassembly {
  /** Asks for a new assembly soon; several requests become one. */
  readonly request: () => void;
  /** Forgets requests that have not begun. */
  readonly cancel: () => void;
}

/** Resolves when the fingerprint of the assembly that the engine runs is known. */
export async function createReassembly(context: DevContext, engine: RunningEngine): Promise<Reassembly> {
  const { paths, stop, terminal } = context;
  let fingerprint = await readInfrastructureFingerprint(paths.assembly);
  let quietTimer: NodeJS.Timeout | undefined;
  let lastRun: Promise<void> = Promise.resolve();

  const replace = async (): Promise<void> => {
    const startedAtMs = performance.now();
    if ((await assemble(context, await hashInputs(paths.root))) === 'unchanged') return;
    const next = await readInfrastructureFingerprint(paths.assembly);
    if (next === fingerprint) return;
    const replaced = await engine.replaceAssembly(paths.assembly);
    if (!replaced.ok) {
      terminal.printError(
        ['The new assembly does not run; the last good one goes on.', ...replaced.errors].join('\n  '),
      );
      return;
    }
    fingerprint = next;
    terminal.print(`assembly replaced in ${formatDuration(performance.now() - startedAtMs)}`);
  };
  const run = async (): Promise<void> => {
    try {
      await replace();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (stop.aborted) return;
      const output = error instanceof StepError ? `\n${error.output}` : '';
      terminal.printError(`${error.message} The last good assembly goes on.${output}`);
    }
  };
  const cancel = (): void => clearTimeout(quietTimer);
  const request = (): void => {
    cancel();
    quietTimer = setTimeout(() => {
      lastRun = lastRun.then(run);
    }, QUIET_MS);
  };
  stop.addEventListener('abort', cancel, { once: true });
  return { request, cancel };
}
