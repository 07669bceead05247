/** Options and help of `tributary explain`. */
import type { Command } from 'commander';
import { jsonOption } from './common-options.ts';
import type { JsonOption } from './common-options.ts';
import type { ProgramContext } from './program-context.ts';

export function addExplainCommand(program: Command, { terminal, setExitCode }: ProgramContext): void {
  program
    .command('explain')
    .description('Explain an error code; without a code, list them all.')
    .argument('[code]', 'for example KEY_INVALID_FIELDS')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  tributary explain KEY_INVALID_FIELDS')
    .action(async (code: string | undefined, options: JsonOption) => {
      const { runExplain } = await import('../commands/explain.ts');
      setExitCode(runExplain({ ...options, ...(code === undefined ? {} : { code }) }, terminal));
    });
}
