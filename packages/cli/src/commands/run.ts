/** `tributary run`: runs any CDK cloud assembly until a signal ends it. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CallError } from '../call-error.ts';
import { EXIT_GOOD } from '../exit-codes.ts';
import { checkServerOptions } from '../project/check-server-options.ts';
import { startServer } from '../project/start-server.ts';
import type { ServerOptions } from '../server-options.ts';
import { printAddresses } from '../terminal/print-addresses.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { waitForAbort } from '../wait-for-abort.ts';

export interface RunOptions extends ServerOptions {
  readonly assembly: string;
  readonly stack?: string;
  /** Folder of pages to serve at `/`. */
  readonly pages?: string;
}

/** @param stop - aborted by SIGINT or SIGTERM */
export async function runAssembly(
  options: RunOptions,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<number> {
  const assemblyDirectory = resolve(options.assembly);
  checkAssembly(assemblyDirectory);
  const pagesDirectory = options.pages === undefined ? undefined : resolve(options.pages);
  if (pagesDirectory !== undefined && !existsSync(pagesDirectory)) {
    throw new CallError(
      `Folder ${pagesDirectory} does not exist.`,
      'Name a folder with an index.html in --pages.',
    );
  }
  await checkServerOptions(options);
  const stack = options.stack === undefined ? {} : { stackName: options.stack };
  const server = { ...options, source: { assemblyDirectory, ...stack }, pagesDirectory };
  const engine = await startServer(server, terminal);
  printAddresses(terminal, {
    url: engine.url,
    dynamodbUrl: engine.dynamodbUrl,
    apiKey: options.apiKey,
    hasPages: pagesDirectory !== undefined,
  });
  await waitForAbort(stop);
  await engine.stop();
  return EXIT_GOOD;
}

function checkAssembly(directory: string): void {
  if (existsSync(join(directory, 'manifest.json'))) return;
  const message = existsSync(directory)
    ? `${directory} is not a cloud assembly: it has no manifest.json.`
    : `Assembly folder ${directory} does not exist.`;
  throw new CallError(
    message,
    'Run "npx cdk synth" in the application and name its output folder, e.g. --assembly cdk.out.',
  );
}
