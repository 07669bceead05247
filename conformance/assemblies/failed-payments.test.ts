import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { failedPayments } from './apps/failed-payments.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(failedPayments, { asyncRetryDelayMs: 50 });
});
afterAll(() => assembly.stop());

async function note(id: string): Promise<Record<string, unknown>> {
  const text = await vi.waitFor(
    async () => {
      const answer = (await assembly.query('{ notes { id text } }')) as {
        data: { notes: { id: string; text: string }[] };
      };
      const found = answer.data.notes.find((each) => each.id === id);
      expect(found, id).toBeDefined();
      return found?.text ?? '';
    },
    { timeout: 20_000, interval: 100 },
  );
  return JSON.parse(text) as Record<string, unknown>;
}

function pay(order: string, fails: number): Promise<unknown> {
  return assembly.query(`mutation { pay(order: "${order}", fails: ${fails}) }`);
}

describe('asynchronous invocations', () => {
  it('are accepted at once, and tried again after a failure', async () => {
    expect(await pay('a', 1)).toEqual({ data: { pay: 'accepted' } });
    expect(await note('paid:a')).toEqual({ attempt: 2 });
    expect(await note('success:a')).toMatchObject({
      requestContext: { condition: 'Success', approximateInvokeCount: 2 },
      requestPayload: { order: 'a', fails: 1 },
      responsePayload: { order: 'a', attempt: 2 },
    });
  });

  it('that keep failing are told to the failure destination', async () => {
    await pay('b', 9);
    expect(await note('failure:b')).toMatchObject({
      record: {
        version: '1.0',
        requestContext: {
          functionArn: expect.stringMatching(/^arn:aws:lambda:.*:function:FailedPayments-Charge.*:\$LATEST$/),
          condition: 'RetriesExhausted',
          approximateInvokeCount: 2,
        },
        requestPayload: { order: 'b', fails: 9 },
        responseContext: { statusCode: 200, functionError: 'Unhandled' },
        responsePayload: { errorType: 'RangeError', errorMessage: 'declined 2' },
      },
    });
  });

  it('of a rule end in the dead-letter queue of the function, with the event as it was', async () => {
    await assembly.query('mutation { announce(order: "c") }');
    expect(await note('dead:c')).toMatchObject({
      record: { source: 'shop', 'detail-type': 'order', detail: { order: 'c' } },
      messageAttributes: {
        ErrorCode: { stringValue: '200', dataType: 'Number' },
        ErrorMessage: { stringValue: 'never works', dataType: 'String' },
      },
    });
  });
});

describe('functions that do not answer', () => {
  it('say at the start and at the field that their runtime does not run here', async () => {
    const notices = assembly.log.filter(({ kind }) => kind === 'notice');
    expect(notices).toContainEqual({
      kind: 'notice',
      text: expect.stringMatching(
        /^Lambda function "FailedPayments-Report\w+" does not run here: its runtime is python3\.13, and only Node\.js functions run here\./,
      ),
    });
    expect(await assembly.query('{ report notes { id } }')).toMatchObject({
      data: { report: null, notes: expect.any(Array) },
      errors: [
        {
          path: ['report'],
          errorType: 'Runtime.NotSupported',
          message: expect.stringContaining('python3.13'),
        },
      ],
    });
  });

  it('are throttled above their reserved concurrency', async () => {
    expect(await assembly.query('{ busy }')).toMatchObject({
      data: { busy: null },
      errors: [{ path: ['busy'], errorType: 'Lambda:TooManyRequestsException', message: 'Rate Exceeded.' }],
    });
  });
});
