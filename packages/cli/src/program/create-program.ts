/** The commands with their options and help texts. What they do is loaded when they are called. */
import { Command } from 'commander';
import { addCheckCommand } from './check-command.ts';
import { addComposeCommand } from './compose-command.ts';
import { addDevCommand } from './dev-command.ts';
import { addExplainCommand } from './explain-command.ts';
import { addPlanCommand } from './plan-command.ts';
import { addRunCommand } from './run-command.ts';
import { addServeCommand } from './serve-command.ts';
import { EXIT_CODES_HELP } from './exit-codes-help.ts';
import type { ProgramContext } from './program-context.ts';

/** Builds the program; errors of parsing are thrown as CommanderError after they were printed. */
export function createProgram(context: ProgramContext): Command {
  const program = new Command('tributary')
    .description('Compiles Federation 2 subgraphs into one AWS AppSync API, and runs it on this machine.')
    .version(context.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.terminal.print(text.trimEnd()),
      writeErr: (text) => context.terminal.printError(text.trimEnd()),
    })
    .showHelpAfterError('Run the command with --help for its options.')
    .addHelpText(
      'after',
      `
Examples:
  tributary dev                            run the application of this folder and follow its files
  tributary run --assembly cdk.out         run what "cdk synth" wrote, of any CDK application
  tributary plan operations/orders.graphql show which data-source calls an operation makes
${EXIT_CODES_HELP}`,
    );
  addDevCommand(program, context);
  addRunCommand(program, context);
  addServeCommand(program, context);
  addComposeCommand(program, context);
  addCheckCommand(program, context);
  addPlanCommand(program, context);
  addExplainCommand(program, context);
  return program;
}
