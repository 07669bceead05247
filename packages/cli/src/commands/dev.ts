/** `tributary dev`: compile, assemble, build the pages, run, watch; until a signal ends it. */
import { configurationFiles } from '@tributary/compiler/project';
import { join, relative } from 'node:path';
import { createHashStore } from '../dev/hash-store.ts';
import { createLiveSession } from '../dev/live-session.ts';
import { hasPages } from '../dev/build-pages.ts';
import { toProjectPaths } from '../dev/project-paths.ts';
import { startDev } from '../dev/start-dev.ts';
import type { DevContext, StartedDev } from '../dev/start-dev.ts';
import { StepError } from '../dev/step-error.ts';
import { watchFiles } from '../dev/watch-files.ts';
import { EXIT_BAD_INPUT, EXIT_GOOD } from '../exit-codes.ts';
import { checkServerOptions } from '../project/check-server-options.ts';
import type { ServerOptions } from '../server-options.ts';
import { printAddresses } from '../terminal/print-addresses.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { waitForAbort } from '../wait-for-abort.ts';

export interface DevOptions extends ServerOptions {
  /** Absolute. */
  readonly project: string;
}

const WATCHED = ['subgraphs', 'resolvers', 'infra', 'cdk.json', 'web'];

/** @param stop - aborted by SIGINT or SIGTERM */
export async function runDev(options: DevOptions, terminal: Terminal, stop: AbortSignal): Promise<number> {
  await checkServerOptions(options);
  const paths = toProjectPaths(options.project);
  // Child processes end with the command, whatever the reason of its end.
  const ended = new AbortController();
  const childStop = AbortSignal.any([stop, ended.signal]);
  const hashes = createHashStore(join(paths.work, 'hashes.json'));
  const context: DevContext = { options, paths, hashes, terminal, stop: childStop };
  try {
    const started = await startDev(context);
    if (started === undefined) return stop.aborted ? EXIT_GOOD : EXIT_BAD_INPUT;
    await serve(context, started, stop);
    return EXIT_GOOD;
  } catch (error) {
    if (stop.aborted) return EXIT_GOOD;
    if (!(error instanceof StepError)) throw error;
    terminal.printError(`${error.message}\n${error.output}`.trimEnd());
    return EXIT_BAD_INPUT;
  } finally {
    ended.abort();
  }
}

async function serve(context: DevContext, started: StartedDev, stop: AbortSignal): Promise<void> {
  const { options, paths, terminal } = context;
  const { engine } = started;
  try {
    const session = await createLiveSession(context, started);
    const configuration = configurationFiles(paths.root).map((file) => relative(paths.root, file));
    const names = [...WATCHED, ...configuration];
    const watcher = await watchFiles({ rootDirectory: paths.root, names }, session.apply);
    printAddresses(terminal, {
      url: engine.url,
      dynamodbUrl: engine.dynamodbUrl,
      apiKey: options.apiKey,
      hasPages: hasPages(paths),
    });
    await waitForAbort(stop);
    await watcher.close();
  } finally {
    await engine.stop();
  }
}
