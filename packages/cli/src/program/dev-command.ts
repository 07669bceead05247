/** Options and help of `tributary dev`. */
import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { ServerOptions } from '../server-options.ts';
import { addProjectOption, addServerOptions } from './common-options.ts';
import type { ProjectOption } from './common-options.ts';
import type { ProgramContext } from './program-context.ts';

export function addDevCommand(
  program: Command,
  { terminal, createStopSignal, setExitCode }: ProgramContext,
): void {
  addServerOptions(addProjectOption(program.command('dev')))
    .description('Compile, assemble and run the application of this folder, then follow its files.')
    .addHelpText(
      'after',
      `
Follows subgraphs/, resolvers/, infra/ and web/: an edited resolver or handler takes effect within a second, a
schema within five; edited pages are built anew, for the next reload in the browser. While something does not
compile, the last good version goes on serving.
The last line of the start is "ready" and the base URL. Ctrl-C ends everything.

Examples:
  tributary dev
  tributary dev --port 4100 --data .data    on another port, with data that outlives the process`,
    )
    .action(async (options: ServerOptions & ProjectOption) => {
      const { runDev } = await import('../commands/dev.ts');
      setExitCode(
        await runDev({ ...options, project: resolve(options.project) }, terminal, createStopSignal()),
      );
    });
}
