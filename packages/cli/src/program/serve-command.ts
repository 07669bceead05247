/** Options and help of `tributary serve`. */
import { Option } from 'commander';
import type { Command } from 'commander';
import type { ServeOptions } from '../commands/serve.ts';
import { addAddressOptions } from './common-options.ts';
import type { ProgramContext } from './program-context.ts';

export function addServeCommand(
  program: Command,
  { terminal, createStopSignal, setExitCode }: ProgramContext,
): void {
  addAddressOptions(program.command('serve'))
    .description('Federate GraphQL servers over HTTP: no application, no AWS account.')
    .option('--subgraphs <file>', 'JSON file: [{ "name", "url", "sdl" }]')
    .option(
      '--supergraph <file>',
      'supergraph composed elsewhere; its addresses count unless --subgraphs has others',
    )
    .addOption(
      new Option(
        '--resolvers <kind>',
        'native: as functions of this process; appsync: the compiled APPSYNC_JS, many times slower, same answers',
      )
        .choices(['native', 'appsync'])
        .default('native'),
    )
    .addHelpText(
      'after',
      `
"sdl" is SDL, or the name of a file beside the list; without it the subgraph is asked for it. Beside them may stand:
  headers             sent with every request: { "x-team": "shop" }
  forwardHeaders      names of the client's headers to hand on (default: ["authorization"])
  timeoutMs           for one operation, retries included (default: 10000)
  retries             of queries; mutations are never sent twice (default: 2)
  breakerFailures     failures in a row after which a subgraph is left alone (default: 10; 0: never)
  breakerCooldownMs   how long (default: 5000)
  deduplicateQueries  sends queries once that are equal and under way at the same time (default: true)

Examples:
  tributary serve --subgraphs subgraphs.json
  tributary serve --subgraphs subgraphs.json --port 4100
  tributary serve --supergraph supergraph.graphql`,
    )
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('../commands/serve.ts');
      setExitCode(await runServe(options, terminal, createStopSignal()));
    });
}
