/** What an application stands on: the database, the Lambda host, and the way from functions to both. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DynamoDb } from '../dynamodb/index.ts';
import type { EngineOptions } from '../contract.ts';
import { createEventServices, type EventServices } from '../events/index.ts';
import type { LambdaHost } from '../lambda-host/index.ts';
import { createLambdaHost, lambdaInvokeHttp } from '../lambda-host/index.ts';
import type { AppModel } from '../model/app-model.ts';
import { startInternalServices } from '../server/index.ts';
import type { CleanUpStack } from './clean-up-stack.ts';
import { openDatabase } from './open-database.ts';

export interface Services {
  readonly dynamodb: DynamoDb;
  /** Without functions as yet. */
  readonly lambda: LambdaHost;
  /** Without rules, queues and event sources as yet. */
  readonly events: EventServices;
  /** Where functions reach queues. */
  readonly queueEndpoint: string;
}

/** @throws EngineStartError when the data folder can't be used */
export async function startServices(
  { dataDirectory, log }: Pick<EngineOptions, 'dataDirectory' | 'log'>,
  { region, accountId }: Pick<AppModel, 'region' | 'accountId'>,
  cleanUps: CleanUpStack,
): Promise<Services> {
  const folder = dataDirectory === undefined ? {} : { directory: dataDirectory };
  const dynamodb = await openDatabase({ region, accountId, ...folder });
  cleanUps.add(() => dynamodb.stop());
  const internal = await startInternalServices();
  cleanUps.add(() => internal.close());
  const lambda = createLambdaHost({
    functions: [],
    environment: internal.environment,
    log: (line) => log({ kind: 'lambda-log', ...line }),
    sdkResolveFrom: dirname(fileURLToPath(import.meta.url)),
  });
  cleanUps.add(() => lambda.stop());
  const events = createEventServices({
    lambda,
    dynamodb,
    region,
    accountId,
    endpoint: internal.url,
    warn: (text) => log({ kind: 'warning', text }),
  });
  cleanUps.add(() => events.stop());
  internal.connect({
    dynamodb: (request, response) => dynamodb.handleHttp(request, response),
    lambda: lambdaInvokeHttp(lambda),
    events,
  });
  return { dynamodb, lambda, events, queueEndpoint: internal.url };
}
