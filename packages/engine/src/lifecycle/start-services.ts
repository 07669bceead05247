/** What an application stands on: the database, the Lambda host, and the way from functions to both. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerRequest, type DynamoDb } from '../dynamodb/index.ts';
import type { EngineSettings } from '../contract.ts';
import { createEventServices, type EventServices } from '../events/index.ts';
import type { InProcessFunction, LambdaHost } from '../lambda-host/index.ts';
import {
  createLambdaHost,
  findFunction,
  lambdaInvokeHttp,
  withInProcessFunctions,
} from '../lambda-host/index.ts';
import type { AppModel, LambdaFunctionModel } from '../model/app-model.ts';
import { STREAM_LABEL } from '../model/stream-label.ts';
import { startInternalServices } from '../server/index.ts';
import { EngineStartError } from '../start-error.ts';
import { type StoredValueServices, createStoredValueServices } from '../stored-values/index.ts';
import type { UserPoolStorage } from '../user-pools/index.ts';
import type { CleanUpStack } from './clean-up-stack.ts';
import { openDatabase } from './open-database.ts';
import { openUserPools } from './open-user-pools.ts';

export interface Services {
  readonly dynamodb: DynamoDb;
  /** Without functions as yet. */
  readonly lambda: LambdaHost;
  /** Without rules, queues and event sources as yet. */
  readonly events: EventServices;
  /** Without values as yet. */
  readonly storedValues: StoredValueServices;
  /** Where functions reach queues. */
  readonly queueEndpoint: string;
  readonly userPoolStorage: UserPoolStorage;
}

/** @throws EngineStartError when the data folder or the DynamoDB endpoint can't be used, or the function to inspect is not there */
export async function startServices(
  options: Pick<
    EngineSettings,
    'dataDirectory' | 'log' | 'inspectLambda' | 'asyncRetryDelayMs' | 'dynamodbEndpoint'
  > & { readonly inProcessFunctions: ReadonlyMap<string, InProcessFunction> },
  { region, accountId, lambdaFunctions }: Pick<AppModel, 'region' | 'accountId' | 'lambdaFunctions'>,
  cleanUps: CleanUpStack,
): Promise<Services> {
  const { dataDirectory, log, asyncRetryDelayMs } = options;
  const inspectedFunctionName = inspectedFunction(options.inspectLambda, lambdaFunctions);
  const folder = dataDirectory === undefined ? {} : { directory: dataDirectory };
  const warn = (text: string): void => log({ kind: 'warning', text });
  const dynamodb = await openDatabase({
    region,
    accountId,
    firstStreamLabel: STREAM_LABEL,
    endpoint: options.dynamodbEndpoint,
    warn,
    ...folder,
  });
  cleanUps.add(() => dynamodb.stop());
  const userPoolStorage = await openUserPools(dataDirectory);
  const internal = await startInternalServices();
  cleanUps.add(() => internal.close());
  const host = createLambdaHost({
    functions: [],
    environment: internal.environment,
    dynamodb: { url: internal.url, answer: (request) => answerRequest(dynamodb.call, request) },
    log: (line) => log({ kind: 'lambda-log', ...line }),
    sdkResolveFrom: dirname(fileURLToPath(import.meta.url)),
    sendToDestination: (arn, message) => events.sendToDestination(arn, message),
    ...(inspectedFunctionName === undefined ? {} : { inspectedFunctionName }),
    ...(asyncRetryDelayMs === undefined ? {} : { asyncRetryDelayMs }),
  });
  cleanUps.add(() => host.stop());
  const lambda = withInProcessFunctions(host, options.inProcessFunctions, () => performance.now());
  const storedValues = createStoredValueServices();
  const events = createEventServices({
    furtherOperations: storedValues.operations,
    lambda,
    dynamodb,
    region,
    accountId,
    endpoint: internal.url,
    warn,
  });
  cleanUps.add(() => events.stop());
  internal.connect({
    dynamodb: (request, response) => dynamodb.handleHttp(request, response),
    lambda: lambdaInvokeHttp(lambda),
    events,
  });
  return { dynamodb, lambda, events, storedValues, queueEndpoint: internal.url, userPoolStorage };
}

function inspectedFunction(
  wanted: string | undefined,
  functions: readonly LambdaFunctionModel[],
): string | undefined {
  if (wanted === undefined) return undefined;
  const found = findFunction(functions, wanted);
  if (found.ok) return found.functionName;
  const fix = 'Name one of them, by its name, its logical id, or a part of either that only it has.';
  throw new EngineStartError({ kind: 'function-unknown', message: found.message, fix });
}
