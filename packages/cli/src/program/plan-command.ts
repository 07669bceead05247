/** Options and help of `tributary plan`. */
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { addProjectOption, jsonOption } from './common-options.ts';
import type { JsonOption, ProjectOption } from './common-options.ts';
import type { ProgramContext } from './program-context.ts';

interface PlanOperationOptions {
  readonly subgraphs?: string;
  readonly supergraph?: string;
  readonly operation?: string;
  readonly variables?: string;
  readonly label?: readonly string[];
}

export function addPlanCommand(program: Command, { terminal, setExitCode }: ProgramContext): void {
  addProjectOption(program.command('plan'))
    .description('Show the resolver tree of an operation and the data-source calls that it makes.')
    .argument('<operation>', 'file with a GraphQL document')
    .option('--operation <name>', 'which operation of the document')
    .option('--variables <file>', 'JSON file with values of variables, for @skip and @include')
    .option('--label <names...>', 'labels of @override that are active; all others are not')
    .option('--subgraphs <file>', 'plan as `serve` with this file answers, instead of the project')
    .option('--supergraph <file>', 'plan as `serve` with this file answers, instead of the project')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  tributary plan operations/orders.graphql
  tributary plan operations/all.graphql --operation LatestOrders --json
  tributary plan operations/orders.graphql --subgraphs subgraphs.json
  tributary plan operations/orders.graphql --label next-price`,
    )
    .action(async (operationFile: string, options: ProjectOption & JsonOption & PlanOperationOptions) => {
      const { runPlan } = await import('../commands/plan.ts');
      const { label: labels = [], ...others } = options;
      const project = resolve(options.project);
      setExitCode(await runPlan({ ...others, labels, operationFile, project }, terminal));
    });
}
