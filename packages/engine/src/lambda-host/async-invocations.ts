/**
 * Asynchronous calls: a queue in front of the functions that tries failed events again, and tells destinations.
 * @see AWS Lambda developer guide, "Error handling for asynchronous invocation" and "Retaining records"
 */
import { randomUUID } from 'node:crypto';
import type { AsyncInvocationModel, LambdaFunctionModel } from '../model/app-model.ts';
import type { DestinationMessage, InvokeResult, LambdaHostOptions, LambdaLogLine } from './contract.ts';
import { type FinishedEvent, deadLetter, invocationRecord } from './invocation-record.ts';
import { LambdaServiceError } from './lambda-service-error.ts';

/** Milliseconds: "one minute between the first two attempts, and two minutes between the second and third" (2026-11-21). */
const RETRY_DELAY_MS = 60_000;

/** AWS Lambda API reference, "PutFunctionEventInvokeConfig" (checked 2026-11-21). */
const DEFAULT_RETRY_ATTEMPTS = 2;
const DEFAULT_EVENT_AGE_MS = 6 * 60 * 60_000;

/** Waits of a throttled event: "from 1 second after the first attempt to a maximum of 5 minutes" (2026-11-21). */
const FIRST_THROTTLE_DELAY_MS = 1_000;
const MAX_THROTTLE_DELAY_MS = 5 * 60_000;

const NO_CONFIGURATION: AsyncInvocationModel = {
  maxRetryAttempts: DEFAULT_RETRY_ATTEMPTS,
  maxEventAgeMs: DEFAULT_EVENT_AGE_MS,
  onFailureArn: undefined,
  onSuccessArn: undefined,
  deadLetterArn: undefined,
};

export interface AsyncInvocationParts {
  /** @throws LambdaServiceError */
  readonly invoke: (functionName: string, payload: unknown) => Promise<InvokeResult>;
  /** undefined once the function is gone. */
  readonly modelOf: (functionName: string) => LambdaFunctionModel | undefined;
  readonly log: (line: LambdaLogLine) => void;
  readonly retryDelayMs?: number | undefined;
  readonly sendToDestination?: LambdaHostOptions['sendToDestination'] | undefined;
}

export interface AsyncInvocations {
  /** Events that wait live in memory, and end with the engine. */
  add(functionName: string, payload: unknown): void;
  stop(): void;
}

interface QueuedEvent {
  readonly functionName: string;
  readonly payload: unknown;
  readonly requestId: string;
  readonly queuedAtMs: number;
  /** Attempts that ran the function; throttled ones are not counted. */
  attempts: number;
  throttleDelayMs: number;
}

export function createAsyncInvocations(parts: AsyncInvocationParts): AsyncInvocations {
  const { invoke, modelOf, log, sendToDestination, retryDelayMs = RETRY_DELAY_MS } = parts;
  const timers = new Set<NodeJS.Timeout>();
  let isStopped = false;

  async function attempt(event: QueuedEvent): Promise<void> {
    const model = modelOf(event.functionName);
    if (model === undefined || isStopped) return;
    const config = model.asyncInvocation ?? NO_CONFIGURATION;
    let result: InvokeResult;
    try {
      result = await invoke(event.functionName, event.payload);
      event.attempts += 1;
    } catch (fault) {
      if (!(fault instanceof LambdaServiceError)) throw fault;
      return tryThrottledAgain(event, config, model);
    }
    // A call that the end of the engine cut off did not fail.
    if (isStopped) return;
    if (result.kind === 'success') return finish({ event, model, config, condition: 'Success', result });
    if (event.attempts > config.maxRetryAttempts) {
      return finish({ event, model, config, condition: 'RetriesExhausted', result });
    }
    const delayMs = retryDelayMs * event.attempts;
    if (isTooOld(event, config, delayMs)) {
      return finish({ event, model, config, condition: 'EventAgeExceeded', result });
    }
    const seconds = Math.round(delayMs / 1000);
    const text = `${result.errorMessage} (asynchronous call; attempt ${event.attempts + 1} follows in ${seconds} s)`;
    log({ functionName: event.functionName, level: 'error', text });
    tryAgainIn(delayMs, event);
  }

  function tryThrottledAgain(
    event: QueuedEvent,
    config: AsyncInvocationModel,
    model: LambdaFunctionModel,
  ): void {
    const delayMs = event.throttleDelayMs;
    event.throttleDelayMs = Math.min(delayMs * 2, MAX_THROTTLE_DELAY_MS);
    if (!isTooOld(event, config, delayMs)) return tryAgainIn(delayMs, event);
    finish({ event, model, config, condition: 'EventAgeExceeded', result: undefined });
  }

  function tryAgainIn(delayMs: number, event: QueuedEvent): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(event);
    }, delayMs);
    timer.unref();
    timers.add(timer);
  }

  function finish(finished: FinishedEvent & { readonly config: AsyncInvocationModel }): void {
    const { config, condition, result, event, model } = finished;
    const send = (arn: string | undefined, message: DestinationMessage): void => {
      if (arn !== undefined) sendToDestination?.(arn, message);
    };
    if (condition === 'Success') {
      return send(config.onSuccessArn, { body: invocationRecord(finished, Date.now()), attributes: {} });
    }
    const message =
      result === undefined || result.kind === 'success' ? 'Rate Exceeded.' : result.errorMessage;
    const text = `${message} (asynchronous call; given up after ${event.attempts} attempt(s): ${condition})`;
    log({ functionName: model.functionName, level: 'error', text });
    send(config.deadLetterArn, deadLetter(finished));
    send(config.onFailureArn, { body: invocationRecord(finished, Date.now()), attributes: {} });
  }

  return {
    add(functionName, payload) {
      const queued = { functionName, payload, requestId: randomUUID(), queuedAtMs: Date.now() };
      void attempt({ ...queued, attempts: 0, throttleDelayMs: FIRST_THROTTLE_DELAY_MS });
    },
    stop() {
      isStopped = true;
      timers.forEach(clearTimeout);
    },
  };
}

function isTooOld(
  { queuedAtMs }: QueuedEvent,
  { maxEventAgeMs }: AsyncInvocationModel,
  delayMs: number,
): boolean {
  return Date.now() + delayMs - queuedAtMs > maxEventAgeMs;
}
