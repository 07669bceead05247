import { beforeEach, describe, expect, it } from 'vitest';
import type { AsyncInvocationModel } from '../model/app-model.ts';
import type { DestinationMessage } from './index.ts';
import { handlerOf, startTestHost, type TestHost } from './testing/start-test-host.ts';

const CONFIG: AsyncInvocationModel = {
  maxRetryAttempts: 2,
  maxEventAgeMs: 60_000,
  onFailureArn: 'arn:failure',
  onSuccessArn: 'arn:success',
  deadLetterArn: 'arn:dead-letters',
};
const ARN = 'arn:aws:lambda:eu-central-1:123456789012:function:orders';

/** Fails as often as the event says, each time with the number of the attempt. */
const FAILING = handlerOf(`
  globalThis.calls = (globalThis.calls ?? 0) + 1;
  console.log("attempt " + globalThis.calls);
  if (globalThis.calls <= event.failures) throw new TypeError("attempt " + globalThis.calls);
  return { done: globalThis.calls };`);

interface Sent extends DestinationMessage {
  readonly arn: string;
}

let sent: Sent[] = [];
beforeEach(() => {
  sent = [];
});

function start(
  changes: Parameters<typeof startTestHost>[1],
  options: Parameters<typeof startTestHost>[2] = {},
): Promise<TestHost> {
  return startTestHost({ orders: FAILING }, changes, {
    asyncRetryDelayMs: 10,
    sendToDestination: (arn, message) => void sent.push({ arn, ...message }),
    ...options,
  });
}

describe('an asynchronous invocation', () => {
  it('is tried three times, then goes to the dead letters and to the failure destination', async () => {
    const { host } = await start({ asyncInvocation: CONFIG });
    host.invokeAsync('orders', { failures: 9 });
    await expect.poll(() => sent, { timeout: 10_000 }).toHaveLength(2);
    const [dead, failure] = sent;
    expect(dead).toEqual({
      arn: 'arn:dead-letters',
      body: { failures: 9 },
      attributes: {
        RequestID: { DataType: 'String', StringValue: expect.stringMatching(/^[\da-f-]{36}$/) as string },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: 'attempt 3' },
      },
    });
    expect(failure).toEqual({
      arn: 'arn:failure',
      attributes: {},
      body: {
        version: '1.0',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        requestContext: {
          requestId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
          functionArn: `${ARN}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: 3,
        },
        requestPayload: { failures: 9 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: {
          errorType: 'TypeError',
          errorMessage: 'attempt 3',
          trace: expect.any(Array) as string[],
        },
      },
    });
  });

  it('that succeeds at the second attempt tells the success destination only', async () => {
    const { host } = await start({ asyncInvocation: CONFIG });
    host.invokeAsync('orders', { failures: 1 });
    await expect.poll(() => sent, { timeout: 10_000 }).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      arn: 'arn:success',
      body: {
        requestContext: { condition: 'Success', approximateInvokeCount: 2 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST' },
        responsePayload: { done: 2 },
      },
    });
  });

  it('is tried as often as the template says', async () => {
    const { host, lines } = await start({ asyncInvocation: { ...CONFIG, maxRetryAttempts: 0 } });
    host.invokeAsync('orders', { failures: 9 });
    await expect.poll(() => sent, { timeout: 10_000 }).toHaveLength(2);
    expect(lines.filter(({ text }) => /^attempt \d$/.test(text))).toHaveLength(1);
  });

  it('is given up when the next attempt would come after its maximum age', async () => {
    const { host } = await start(
      { asyncInvocation: { ...CONFIG, maxEventAgeMs: 60_000 } },
      { asyncRetryDelayMs: 61_000 },
    );
    host.invokeAsync('orders', { failures: 9 });
    await expect.poll(() => sent, { timeout: 10_000 }).toHaveLength(2);
    expect(sent[1]).toMatchObject({
      body: { requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 1 } },
    });
  });

  it('that is throttled waits, and does not count as an attempt', async () => {
    const { host } = await start({
      asyncInvocation: { ...CONFIG, maxEventAgeMs: 500 },
      reservedConcurrency: 0,
    });
    host.invokeAsync('orders', { failures: 0 });
    await expect.poll(() => sent, { timeout: 10_000 }).toHaveLength(2);
    expect(sent[0]).toMatchObject({
      attributes: { ErrorCode: { StringValue: '429' }, ErrorMessage: { StringValue: 'Rate Exceeded.' } },
    });
    expect(sent[1]).toMatchObject({
      body: { requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 0 } },
    });
  });

  it('without configuration is tried three times, and says so', async () => {
    const { host, lines } = await start({});
    host.invokeAsync('orders', { failures: 9 });
    const last = 'attempt 3 (asynchronous call; given up after 3 attempt(s): RetriesExhausted)';
    await expect.poll(() => lines.map(({ text }) => text), { timeout: 10_000 }).toContain(last);
    expect(sent).toEqual([]);
  });
});
