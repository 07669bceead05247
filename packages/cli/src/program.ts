/** The commands with their options and help texts. What they do is loaded when they are called. */
import { Command, Option } from 'commander';
import { resolve } from 'node:path';
import type { CheckOptions } from './commands/check.ts';
import type { ServeOptions } from './commands/serve.ts';
import { parseAssignment } from './parse-assignment.ts';
import { parseEndpoint } from './parse-endpoint.ts';
import { parsePort } from './parse-port.ts';
import { DEFAULT_API_KEY, DEFAULT_HOST, DEFAULT_PORT } from './server-options.ts';
import type { ServerOptions } from './server-options.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface ProgramContext {
  readonly version: string;
  readonly terminal: Terminal;
  /** Called by commands that serve: a signal that SIGINT and SIGTERM abort. */
  readonly createStopSignal: () => AbortSignal;
  readonly setExitCode: (exitCode: number) => void;
}

interface ProjectOption {
  readonly project: string;
}
interface PlanOperationOptions {
  readonly operation?: string;
  readonly variables?: string;
}
interface JsonOption {
  readonly json: boolean;
}

const EXIT_CODES_HELP = `
Exit codes: 0 good, 1 the input is bad, 2 the call is bad, 70 a bug of Tributary.`;

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
  addDev(program, context);
  addRun(program, context);
  addServe(program, context);
  addCompose(program, context);
  addCheck(program, context);
  addPlan(program, context);
  addExplain(program, context);
  return program;
}

function addDev(program: Command, { terminal, createStopSignal, setExitCode }: ProgramContext): void {
  addServerOptions(addProjectOption(program.command('dev')))
    .description('Compile, assemble and run the application of this folder, then follow its files.')
    .addHelpText(
      'after',
      `
Follows subgraphs/, resolvers/ and infra/: an edited resolver or handler takes effect within a second, a schema
within five. While something does not compile, the last good version goes on serving.
The last line of the start is "ready" and the base URL. Ctrl-C ends everything.

Examples:
  tributary dev
  tributary dev --port 4100 --data .data    on another port, with data that outlives the process`,
    )
    .action(async (options: ServerOptions & ProjectOption) => {
      const { runDev } = await import('./commands/dev.ts');
      setExitCode(
        await runDev({ ...options, project: resolve(options.project) }, terminal, createStopSignal()),
      );
    });
}

function addRun(program: Command, { terminal, createStopSignal, setExitCode }: ProgramContext): void {
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
      const { runAssembly } = await import('./commands/run.ts');
      setExitCode(await runAssembly(options, terminal, createStopSignal()));
    });
}

function addServe(program: Command, { terminal, createStopSignal, setExitCode }: ProgramContext): void {
  addAddressOptions(program.command('serve'))
    .description('Federate GraphQL servers over HTTP: no application, no AWS account.')
    .option('--subgraphs <file>', 'JSON file: [{ "name", "url", "sdl" }]')
    .option(
      '--supergraph <file>',
      'supergraph composed elsewhere; its addresses count unless --subgraphs has others',
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

Examples:
  tributary serve --subgraphs subgraphs.json
  tributary serve --subgraphs subgraphs.json --port 4100
  tributary serve --supergraph supergraph.graphql`,
    )
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('./commands/serve.ts');
      setExitCode(await runServe(options, terminal, createStopSignal()));
    });
}

function addCompose(program: Command, { terminal, setExitCode }: ProgramContext): void {
  addProjectOption(program.command('compose'))
    .description('Write the composed schema: api.graphql, supergraph.graphql, introspection.json.')
    .option('--out <dir>', 'folder to write to (default: schema/ of the project)')
    .option('--check', 'write nothing; exit with 1 and name the files when they are stale', false)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  tributary compose
  tributary compose --check        in CI: is the committed schema current?`,
    )
    .action(async (options: ProjectOption & JsonOption & { out?: string; check: boolean }) => {
      const { runCompose } = await import('./commands/compose.ts');
      setExitCode(await runCompose({ ...options, project: resolve(options.project) }, terminal));
    });
}

function addCheck(program: Command, { terminal, setExitCode }: ProgramContext): void {
  addProjectOption(program.command('check'))
    .description("Check composition, AppSync's dialect and limits, breaking changes and recorded operations.")
    .option('--only <names>', 'check these parts only, separated by commas')
    .option('--base <file|ref>', 'compare with this SDL file, schema folder or git ref')
    .option('--operations <dir>', 'folder of recorded operations: *.graphql, and *.json manifests')
    .option('--assembly <dir>', 'measure the stacks that "cdk synth" wrote to this folder')
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
${EXIT_CODES_HELP}`,
    )
    .action(async (options: Omit<CheckOptions, 'project'> & ProjectOption) => {
      const { runCheck } = await import('./commands/check.ts');
      setExitCode(await runCheck({ ...options, project: resolve(options.project) }, terminal));
    });
}

function addPlan(program: Command, { terminal, setExitCode }: ProgramContext): void {
  addProjectOption(program.command('plan'))
    .description('Show the resolver tree of an operation and the data-source calls that it makes.')
    .argument('<operation>', 'file with a GraphQL document')
    .option('--operation <name>', 'which operation of the document')
    .option('--variables <file>', 'JSON file with values of variables, for @skip and @include')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  tributary plan operations/orders.graphql
  tributary plan operations/all.graphql --operation LatestOrders --json`,
    )
    .action(async (operationFile: string, options: ProjectOption & JsonOption & PlanOperationOptions) => {
      const { runPlan } = await import('./commands/plan.ts');
      setExitCode(await runPlan({ ...options, operationFile, project: resolve(options.project) }, terminal));
    });
}

function addExplain(program: Command, { terminal, setExitCode }: ProgramContext): void {
  program
    .command('explain')
    .description('Explain an error code; without a code, list them all.')
    .argument('[code]', 'for example KEY_INVALID_FIELDS')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  tributary explain KEY_INVALID_FIELDS')
    .action(async (code: string | undefined, options: JsonOption) => {
      const { runExplain } = await import('./commands/explain.ts');
      setExitCode(runExplain({ ...options, ...(code === undefined ? {} : { code }) }, terminal));
    });
}

function addAddressOptions(command: Command): Command {
  return command
    .addOption(new Option('--port <number>', 'port to listen on').default(DEFAULT_PORT).argParser(parsePort))
    .option('--host <address>', 'address to listen on', DEFAULT_HOST)
    .option('--api-key <key>', 'API key that is accepted, besides those of an assembly', DEFAULT_API_KEY);
}

function addServerOptions(command: Command): Command {
  return addAddressOptions(command)
    .option('--data <dir>', 'keep data in this folder (default: in memory)')
    .addOption(
      new Option(
        '--dynamodb <url>',
        'use the DynamoDB at this address instead of the embedded one',
      ).argParser(parseEndpoint),
    )
    .addOption(
      new Option(
        '--dynamodb-port <number>',
        'serve the DynamoDB API on this port too (default: at /_tributary/dynamodb of --port)',
      ).argParser(parsePort),
    )
    .option(
      '--inspect-lambda <name>',
      'open a debugger port for this Lambda function: its name, its logical id, or a part of either',
    )
    .addOption(
      new Option(
        '--parameter <name=value>',
        'value of an SSM parameter or of a template parameter; repeatable',
      ).argParser(parseAssignment),
    )
    .addOption(
      new Option('--secret <name=value>', 'value of a secret; repeatable').argParser(parseAssignment),
    )
    .option(
      '--values <file>',
      'JSON file with "parameters" and "secrets", each an object of names and values',
    );
}

function addProjectOption(command: Command): Command {
  return command.option('--project <dir>', 'folder of the application', '.');
}

function jsonOption(): Option {
  return new Option('--json', 'print JSON for programs').default(false);
}
