/** Options that several commands have. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { parseAssignment } from '../parse-assignment.ts';
import { parseEndpoint } from '../parse-endpoint.ts';
import { parsePort } from '../parse-port.ts';
import { DEFAULT_HINTS, HINT_OPTIONS } from '../terminal/visible-hints.ts';
import type { HintOption } from '../terminal/visible-hints.ts';
import { DEFAULT_API_KEY, DEFAULT_HOST, DEFAULT_PORT } from '../server-options.ts';

export interface ProjectOption {
  readonly project: string;
}

export interface JsonOption {
  readonly json: boolean;
}

/** `--port`, `--host` and `--api-key`: AddressOptions. */
export function addAddressOptions(command: Command): Command {
  return command
    .addOption(new Option('--port <number>', 'port to listen on').default(DEFAULT_PORT).argParser(parsePort))
    .option('--host <address>', 'address to listen on', DEFAULT_HOST)
    .option('--api-key <key>', 'API key that is accepted, besides those of an assembly', DEFAULT_API_KEY);
}

/** Options of commands that run an application: ServerOptions. */
export function addServerOptions(command: Command): Command {
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

/** `--project`, as the user wrote it: not resolved yet. */
export function addProjectOption(command: Command): Command {
  return command.option('--project <dir>', 'folder of the application', '.');
}

export interface HintsOption {
  readonly hints: HintOption;
}

/** `--hints`, `warn` when absent. */
export function hintsOption(): Option {
  return new Option('--hints <level>', 'show hints about composition of this level, and what matters more')
    .choices(HINT_OPTIONS)
    .default(DEFAULT_HINTS);
}

/** `--json`, false when absent. */
export function jsonOption(): Option {
  return new Option('--json', 'print JSON for programs').default(false);
}
