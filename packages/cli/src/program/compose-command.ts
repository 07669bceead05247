/** Options and help of `tributary compose`. */
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { addProjectOption, hintsOption, jsonOption } from './common-options.ts';
import type { ComposeOptions } from '../commands/compose.ts';
import type { ProjectOption } from './common-options.ts';
import type { ProgramContext } from './program-context.ts';

export function addComposeCommand(program: Command, { terminal, setExitCode }: ProgramContext): void {
  addProjectOption(program.command('compose'))
    .description('Write the composed schema: api.graphql, supergraph.graphql, introspection.json.')
    .option('--out <dir>', 'folder to write to (default: schema/ of the project)')
    .option('--check', 'write nothing; exit with 1 and name the files when they are stale', false)
    .option('--include-tag <tags...>', 'compose the contract that has these tags')
    .option('--exclude-tag <tags...>', 'compose the contract that lacks these tags')
    .addOption(hintsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  tributary compose
  tributary compose --check        in CI: is the committed schema current?
  tributary compose --exclude-tag internal --out schema/public      a contract, besides that of tributary.json`,
    )
    .action(async (options: ProjectOption & Omit<ComposeOptions, 'project'>) => {
      const { runCompose } = await import('../commands/compose.ts');
      setExitCode(await runCompose({ ...options, project: resolve(options.project) }, terminal));
    });
}
