/** `tributary serve`: federates GraphQL servers over HTTP, with no application around them. */
import { EXIT_BAD_INPUT, EXIT_GOOD } from '../exit-codes.ts';
import { checkServerOptions } from '../project/check-server-options.ts';
import { startServer } from '../project/start-server.ts';
import { buildApplication } from '../serve/build-application.ts';
import type { ResolverKind } from '../serve/build-application.ts';
import { compileServed } from '../serve/compile-served.ts';
import type { ServedFiles } from '../serve/compile-served.ts';
import type { AddressOptions } from '../server-options.ts';
import { printAddresses } from '../terminal/print-addresses.ts';
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { waitForAbort } from '../wait-for-abort.ts';

export interface ServeOptions extends AddressOptions, ServedFiles {
  /** What runs the resolvers. */
  readonly resolvers: ResolverKind;
}

/** @param stop - aborted by SIGINT or SIGTERM */
export async function runServe(
  options: ServeOptions,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<number> {
  await checkServerOptions(options);
  const { compiled, settings } = await compileServed(options);
  if (!compiled.ok) {
    printDiagnostics(terminal, compiled.error);
    return EXIT_BAD_INPUT;
  }
  const engine = await startServer(
    {
      ...options,
      source: buildApplication(compiled.compilation, {
        settings,
        environment: overrideLabels(process.env),
        resolvers: options.resolvers,
      }),
    },
    terminal,
  );
  printAddresses(terminal, {
    url: engine.url,
    dynamodbUrl: undefined,
    apiKey: options.apiKey,
    hasPages: false,
  });
  await waitForAbort(stop);
  await engine.stop();
  return EXIT_GOOD;
}

/** Labels of `@override(label:)` that are on: an API on AWS has them in its environment variables. */
function overrideLabels(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith('OVERRIDE_') && value !== undefined ? [[name, value]] : [],
    ),
  );
}
