import type { AsyncInvocationModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { functionNameOf } from './build-data-source.ts';
import type { ScopedResource } from './build-api.ts';
import { readProperties } from './resource-properties.ts';

/** AWS Lambda API reference, "PutFunctionEventInvokeConfig": defaults (checked 2026-11-21). */
const DEFAULT_RETRY_ATTEMPTS = 2;
const DEFAULT_EVENT_AGE_SECONDS = 21_600;

/**
 * AWS::Lambda::EventInvokeConfig of a function, and its DeadLetterConfig.
 * Differs from Lambda: one configuration serves all versions and aliases.
 * @returns undefined where a template says nothing of either
 */
export function buildAsyncInvocation(
  functionName: string,
  deadLetterArn: unknown,
  eventInvokeConfigs: readonly ScopedResource[],
): AsyncInvocationModel | undefined {
  const [properties] = eventInvokeConfigs
    .map(({ scope, resource }) => readProperties(scope, resource))
    .filter((config) => functionNameOf(config.text('FunctionName')) === functionName);
  if (properties === undefined && typeof deadLetterArn !== 'string') return undefined;
  const destinations = properties?.record('DestinationConfig') ?? {};
  const maxAgeSeconds = properties?.optionalNumber('MaximumEventAgeInSeconds') ?? DEFAULT_EVENT_AGE_SECONDS;
  return {
    maxRetryAttempts: properties?.optionalNumber('MaximumRetryAttempts') ?? DEFAULT_RETRY_ATTEMPTS,
    maxEventAgeMs: maxAgeSeconds * 1000,
    onFailureArn: destinationOf(destinations['OnFailure']),
    onSuccessArn: destinationOf(destinations['OnSuccess']),
    deadLetterArn: typeof deadLetterArn === 'string' ? deadLetterArn : undefined,
  };
}

function destinationOf(value: unknown): string | undefined {
  const destination = isRecord(value) ? value['Destination'] : undefined;
  return typeof destination === 'string' ? destination : undefined;
}
