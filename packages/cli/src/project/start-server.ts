/** Starts the engine for a command: its options from the command line, its events to the terminal, its errors as ours. */
import { resolve } from 'node:path';
import { EngineStartError, startEngine } from '@tributary/engine';
import type { AssemblySource, ModelSource, RunningEngine } from '@tributary/engine';
import { CallError } from '../call-error.ts';
import { InputError } from '../input-error.ts';
import type { ServerOptions } from '../server-options.ts';
import { readValues } from './read-values.ts';
import { scavengeAlone } from './scavenge-alone.ts';
import { printEngineEvent } from '../terminal/print-engine-event.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface StartServerOptions extends ServerOptions {
  /** An assembly's folder is absolute. */
  readonly source: AssemblySource | ModelSource;
  /** Absolute. */
  readonly pagesDirectory?: string | undefined;
}

/** @throws CallError for an address or data folder that can't be used, InputError for an assembly that can't be run */
export async function startServer(options: StartServerOptions, terminal: Terminal): Promise<RunningEngine> {
  const { source, pagesDirectory, port, host, apiKey, data, inspectLambda } = options;
  const { dynamodb, dynamodbPort } = options;
  const values = await readValues(options);
  const dataDirectory = data === undefined ? undefined : resolve(data);
  try {
    const running = await startEngine({
      ...source,
      port,
      host,
      apiKey,
      ...(dataDirectory === undefined ? {} : { dataDirectory }),
      ...(pagesDirectory === undefined ? {} : { staticDirectory: pagesDirectory }),
      ...(inspectLambda === undefined ? {} : { inspectLambda }),
      ...(dynamodb === undefined ? {} : { dynamodbEndpoint: dynamodb }),
      ...(dynamodbPort === undefined ? {} : { dynamodbPort }),
      ...values,
      log: (event) => printEngineEvent(terminal, event),
    });
    scavengeAlone();
    return running;
  } catch (error) {
    throw error instanceof EngineStartError
      ? toCommandError(error, 'stackName' in source ? source.stackName : undefined)
      : error;
  }
}

function toCommandError({ kind, message, fix }: EngineStartError, stackName: string | undefined): Error {
  if (kind !== 'assembly-faulty') return new CallError(message, fix);
  if (stackName === undefined) return new InputError(message, fix);
  return new CallError(
    message,
    'Name a stack with an AppSync API in --stack, or leave it out to run all stacks.',
  );
}
