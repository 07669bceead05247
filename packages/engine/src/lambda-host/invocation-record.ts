/** What destinations and dead-letter queues get of an asynchronous call. */
import type { LambdaFunctionModel } from '../model/app-model.ts';
import type { DestinationMessage, InvokeResult } from './contract.ts';

export interface FinishedEvent {
  readonly event: { readonly payload: unknown; readonly requestId: string; readonly attempts: number };
  readonly model: LambdaFunctionModel;
  readonly condition: 'Success' | 'RetriesExhausted' | 'EventAgeExceeded';
  /** Of the last attempt; undefined when the function has not run at all. */
  readonly result: InvokeResult | undefined;
}

/** AWS Lambda developer guide, "Retaining records of asynchronous invocations", "Example invocation record". */
export function invocationRecord(
  { event, model, condition, result }: FinishedEvent,
  nowMs: number,
): Record<string, unknown> {
  const hasFailed = result !== undefined && result.kind !== 'success';
  return {
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    requestContext: {
      requestId: event.requestId,
      functionArn: `${model.arn}:$LATEST`,
      condition,
      approximateInvokeCount: event.attempts,
    },
    requestPayload: event.payload,
    ...(result === undefined
      ? {}
      : {
          responseContext: {
            statusCode: 200,
            executedVersion: '$LATEST',
            ...(hasFailed ? { functionError: 'Unhandled' } : {}),
          },
          responsePayload: responsePayload(result),
        }),
  };
}

/** The answer to a call as Lambda's own API gives it. */
export function responsePayload(result: InvokeResult): unknown {
  switch (result.kind) {
    case 'success':
      return result.payload;
    case 'function-error': {
      const { errorType, errorMessage, trace } = result;
      return { errorType, errorMessage, trace };
    }
    case 'timed-out':
      return { errorMessage: result.errorMessage };
  }
}

/** The event itself, with the error in attributes. AWS Lambda developer guide, "Dead-letter queues". */
export function deadLetter({ event, result }: FinishedEvent): DestinationMessage {
  const isThrottled = result === undefined;
  const errorMessage = isThrottled || result.kind === 'success' ? 'Rate Exceeded.' : result.errorMessage;
  return {
    body: event.payload,
    attributes: {
      RequestID: { DataType: 'String', StringValue: event.requestId },
      ErrorCode: { DataType: 'Number', StringValue: isThrottled ? '429' : '200' },
      // "The first 1 KB of the error message."
      ErrorMessage: { DataType: 'String', StringValue: errorMessage.slice(0, 1024) },
    },
  };
}
