/** Options and help of `tributary run`. */
import type { Command } from 'commander';
import type { ServerOptions } from '../server-options.ts';
import { addServerOptions } from './common-options.ts';
import type { ProgramContext } from './program-context.ts';

export function addRunCommand(
  program: Command,
  { terminal, createStopSignal, setExitCode }: ProgramContext,
): void {
  addServerOptions(program.command('run'))
    .description('Run a CDK cloud assembly, of this or any other application.')
    .requiredOption('--assembly <dir>', 'folder that "cdk synth" wrote, with manifest.json')
    .option('--stack <name>', 'run this stack and what it depends on (default: all stacks)')
    .option('--pages <dir>', 'serve the files of this folder at /')
    .addHelpText(
      'after',
      `
Examples:
  npx cdk synth --quiet && tributary run --assembly cdk.out
  tributary run --assembly ../shop/cdk.out --stack ShopApi --port 4100
  tributary run --assembly cdk.out --parameter /shop/currency=EUR --secret 'payment={"key":"test"}'
  tributary run --assembly cdk.out --inspect-lambda Orders     then attach VS Code to the port that is printed`,
    )
    .action(async (options: ServerOptions & { assembly: string; stack?: string; pages?: string }) => {
      const { runAssembly } = await import('../commands/run.ts');
      setExitCode(await runAssembly(options, terminal, createStopSignal()));
    });
}
