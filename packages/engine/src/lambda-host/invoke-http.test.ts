import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { lambdaInvokeHttp } from './index.ts';
import { handlerOf, startTestHost } from './testing/start-test-host.ts';

describe('the Invoke API', () => {
  it('answers the AWS SDK', async () => {
    const { host, lines } = await startTestHost({
      orders: handlerOf(
        'console.log("called"); if (event.fail) throw new TypeError("asked to"); return { got: event };',
      ),
    });
    const server = createServer(lambdaInvokeHttp(host));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const client = new LambdaClient({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    const invoke = async (input: {
      FunctionName: string;
      Payload?: string;
      InvocationType?: 'Event' | 'DryRun';
    }) => {
      const { StatusCode, FunctionError, Payload } = await client.send(new InvokeCommand(input));
      const text = Payload?.transformToString() ?? '';
      return { StatusCode, FunctionError, payload: text === '' ? undefined : (JSON.parse(text) as unknown) };
    };
    expect(await invoke({ FunctionName: 'orders', Payload: '{"a":"ü"}' })).toEqual({
      StatusCode: 200,
      FunctionError: undefined,
      payload: { got: { a: 'ü' } },
    });
    const FunctionName = 'arn:aws:lambda:eu-central-1:123456789012:function:orders:live';
    expect(await invoke({ FunctionName, Payload: '{"fail":true}' })).toMatchObject({
      StatusCode: 200,
      FunctionError: 'Unhandled',
      payload: { errorType: 'TypeError', errorMessage: 'asked to' },
    });
    const calledBefore = lines.filter(({ text }) => text === 'called').length;
    expect(await invoke({ FunctionName: 'orders', InvocationType: 'DryRun' })).toMatchObject({
      StatusCode: 204,
    });
    expect(await invoke({ FunctionName: 'orders', InvocationType: 'Event' })).toMatchObject({
      StatusCode: 202,
    });
    await expect.poll(() => lines.filter(({ text }) => text === 'called').length).toBe(calledBefore + 1);
    await expect(invoke({ FunctionName: 'nobody' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(invoke({ FunctionName: 'orders', Payload: '{' })).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
    });
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
});
