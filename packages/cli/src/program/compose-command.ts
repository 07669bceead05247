/** Options and help of `tributary compose`. */
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { addProjectOption, hintsOption, jsonOption } from './common-options.ts';
import type { HintsOption, JsonOption, ProjectOption } from './common-options.ts';
import type { ProgramContext } from './program-context.ts';

export function addComposeCommand(program: Command, { terminal, setExitCode }: ProgramContext): void {
  addProjectOption(program.command('compose'))
    .description('Write the composed schema: api.graphql, supergraph.graphql, introspection.json.')
    .option('--out <dir>', 'folder to write to (default: schema/ of the project)')
    .option('--check', 'write nothing; exit with 1 and name the files when they are stale', false)
    .addOption(hintsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  tributary compose
  tributary compose --check        in CI: is the committed schema current?`,
    )
    .action(async (options: ProjectOption & HintsOption & JsonOption & { out?: string; check: boolean }) => {
      const { runCompose } = await import('../commands/compose.ts');
      setExitCode(await runCompose({ ...options, project: resolve(options.project) }, terminal));
    });
}
