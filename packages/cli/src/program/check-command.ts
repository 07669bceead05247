/** Options and help of `tributary check`. */
import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { CheckOptions } from '../commands/check.ts';
import { addProjectOption, hintsOption, jsonOption } from './common-options.ts';
import type { ProjectOption } from './common-options.ts';
import { EXIT_CODES_HELP } from './exit-codes-help.ts';
import type { ProgramContext } from './program-context.ts';

export function addCheckCommand(program: Command, { terminal, setExitCode }: ProgramContext): void {
  addProjectOption(program.command('check'))
    .description("Check composition, AppSync's dialect and limits, breaking changes and recorded operations.")
    .option('--only <names>', 'check these parts only, separated by commas')
    .option('--base <file|ref>', 'compare with this SDL file, schema folder or git ref')
    .option('--operations <dir>', 'folder of recorded operations: *.graphql, and *.json manifests')
    .option('--assembly <dir>', 'measure the stacks that "cdk synth" wrote to this folder')
    .addOption(hintsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Parts:
  composition  the subgraphs compose by the rules of Federation 2
  appsync      schema and resolvers stay within AppSync's dialect
  limits       code, pipelines, batches, schema and stacks stay within the limits of AppSync and CloudFormation
  breaking     nothing that clients rely on went away since --base; with --operations, only what those use counts
  operations   every recorded operation is valid

Examples:
  tributary check
  tributary check --base main --operations web/src
  tributary check --only limits --assembly cdk.out
  tributary check --base origin/main --json          in CI
  tributary check --only composition --hints debug   all that composition left out or chose
${EXIT_CODES_HELP}`,
    )
    .action(async (options: Omit<CheckOptions, 'project'> & ProjectOption) => {
      const { runCheck } = await import('../commands/check.ts');
      setExitCode(await runCheck({ ...options, project: resolve(options.project) }, terminal));
    });
}
